/** The files of a repository that Git shows to everybody who has it, as texts in which a secret would be one. */

import type { Repository } from "../source/repository.ts";
import { encryptedPaths } from "./git-attributes.ts";

/** Larger files are data of some kind. */
const LARGEST = 512 * 1024;

const pictures =
  /\.(?:png|jpe?g|gif|webp|ico|svg|pdf|ttf|otf|woff2?|mp[34]|ogg|flac|wav|zip|gz|xz|zst|bz2|tar|7z|iso|img|bin|so|jar|wasm|db|sqlite|age|gpg|lock|patch|diff)$/iu;

/** Names of files and folders whose secrets are made up. */
const examples =
  /(?:^|[/._-])(?:tests?|testing|testdata|spec|specs|fixtures?|examples?|samples?|snakeoil|dummy|mocks?|fake|insecure|vagrant|templates?|docs?|demo)(?=[/._-]|$)/iu;

/** Whether what a file says is made up by the file's own account. */
export function isExampleFile(name: string): boolean {
  return examples.test(name);
}

/** Texts have one character a byte. Files that Git encrypts are in clear only here. */
export function* trackedTexts(
  { tracked, read }: Repository,
  isWanted: (name: string) => boolean = () => true,
): Iterable<{ readonly name: string; readonly text: string }> {
  const isEncrypted = encryptedPaths({ tracked, read });
  for (const name of tracked) {
    if (!isWanted(name) || pictures.test(name) || isExampleFile(name) || isEncrypted(name)) continue;
    const bytes = read(name);
    if (bytes === undefined || bytes.length > LARGEST || bytes.subarray(0, 1000).includes(0)) continue;
    yield { name, text: Buffer.from(bytes).toString("latin1") };
  }
}
