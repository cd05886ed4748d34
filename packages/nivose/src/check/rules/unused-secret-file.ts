/** Finds encrypted files that nothing in the repository names. */

import path from "node:path";
import { NONE, type Ref, view } from "@nivose/nix/syntax";
import { pathLiteralsIn } from "../../schema/path-literals.ts";
import type { RepositoryRule } from "../rule.ts";
import { encrypted, recipients } from "../secrets/examples.ts";
import { encryptionOf } from "../secrets/encrypted-file.ts";
import { sopsFiles } from "../secrets/sops-files.ts";
import type { Repository } from "../source/repository.ts";

const files = (module: string): Readonly<Record<string, string>> => ({
  "machine.nix": module,
  ".sops.yaml": `creation_rules:\n  - path_regex: ^old-mail\\.yaml$\n    age: ${recipients.ada}\n`,
  "old-mail.yaml": encrypted("ada"),
});

export const rule: RepositoryRule = {
  code: "unused-secret-file",
  family: "safety",
  level: "note",
  class: "heuristic",
  reads: "repository",
  title: "An encrypted file that nobody uses",
  explain:
    "A file that sops or age has encrypted is named by nothing in the repository but its own rules: no module, no script, no " +
    "document. A secret that nobody needs still has to be kept: each key that can decrypt it can leak it, and each change of " +
    "keys has to be made to it. Remove it, and revoke what was in it if it may still count.\n\n" +
    "It is a guess, because people may use it by hand. Left alone are files whose name, or the name of a folder above them, is " +
    "put together or read by a program (`./secrets/${host}.yaml`, `readDir`), files that any text of the repository names, and " +
    "those of a folder of three or more of which none is named: a module of an input may read them by the names of the machines.",
  example: {
    bad: files("{\n}\n"),
    good: files('{\n  environment.etc."mail.yaml".source = ./old-mail.yaml;\n}\n'),
  },
  *check(repository) {
    const candidates = encryptedFiles(repository);
    if (candidates.length === 0) return;
    const reads = folderReads(repository);
    const words = mentionedWords(repository, new Set(candidates));
    const unnamed = unnamedFolders(candidates, words);
    for (const file of candidates) {
      if (unnamed.has(path.posix.dirname(file))) continue;
      const base = path.posix.basename(file);
      const stem = base
        .replace(/\.(?:ya?ml|json|age|gpg|enc|env|ini|txt|sops)+$/u, "")
        .replace(/\.(?:sops|enc|age)$/u, "");
      if (words.includes(base) || (stem.length > 2 && words.includes(stem))) continue;
      if (reads.some((isRead) => isRead(file))) continue;
      yield {
        text: `nothing in the repository uses ${file}`,
        hint: "remove it if nobody needs it by hand, and revoke what is in it",
        at: { file },
      };
    }
  },
};

function encryptedFiles(repository: Repository): string[] {
  const { documents } = sopsFiles(repository);
  return [...repository.tracked].filter((file) => {
    if (documents.has(file)) return true;
    if (!file.endsWith(".age")) return false;
    const bytes = repository.read(file);
    return bytes !== undefined && encryptionOf(bytes) === "age";
  });
}

/** Folders of several files that are read in a way that is not to be seen: none of them is named by its whole name. */
function unnamedFolders(candidates: readonly string[], words: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const file of candidates) {
    const folder = path.posix.dirname(file);
    const isNamed = words.includes(path.posix.basename(file));
    counts.set(folder, isNamed ? Number.NEGATIVE_INFINITY : (counts.get(folder) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= SEVERAL).map(([folder]) => folder));
}

const SEVERAL = 3;

/** All that the texts of the repository say, but the rules by which files are encrypted and the encrypted files. */
function mentionedWords({ tracked, read }: Repository, candidates: ReadonlySet<string>): string {
  const texts: string[] = [];
  for (const name of tracked) {
    if (
      candidates.has(name) ||
      /(?:^|\/)\.sops\.yaml$|(?:^|\/)secrets\.nix$|\.(?:png|jpe?g|gif|webp|ico|ttf|otf|woff2?|lock|pdf|svg)$/u.test(
        name,
      )
    )
      continue;
    const bytes = read(name);
    if (bytes !== undefined && bytes.length < LARGEST) texts.push(Buffer.from(bytes).toString("latin1"));
  }
  return texts.join("\n");
}

const LARGEST = 512 * 1024;

/** Paths with a part that is computed, and folders that a program lists. */
function folderReads({ files: sources }: Repository): ((file: string) => boolean)[] {
  const found: ((file: string) => boolean)[] = [];
  for (const source of sources.values()) {
    for (const literal of pathLiteralsIn(source.bytes, `/${source.name}`))
      found.push((file) => {
        // a folder that is named may be read as a whole
        for (let at = file; at !== "."; at = path.posix.dirname(at)) if (literal.leadsTo(`/${at}`)) return true;
        return false;
      });
    for (const text of computedTexts(source.tree)) found.push((file) => text.test(`/${file}`));
  }
  return found;
}

/** `"${self}/secrets/${name}.yaml"`: texts that name a path with parts that are computed. */
function computedTexts(tree: Parameters<typeof view>[0]): RegExp[] {
  const found: RegExp[] = [];
  const open: Ref[] = [tree.root];
  for (let ref = open.pop(); ref !== undefined; ref = open.pop()) {
    if (ref === NONE || tree.isToken(ref)) continue;
    open.push(...tree.children(ref));
    const node = view(tree, ref);
    if (node.kind !== "string") continue;
    const pieces = node.pieces.map((piece) => view(tree, piece));
    if (!pieces.some(({ kind }) => kind !== "text")) continue;
    const text = pieces
      .map((piece) => (piece.kind === "text" ? piece.text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`) : ".+"))
      .join("");
    // what names no folder and no ending could be anything
    if (/\/|\\\.(?:ya?ml|json|age|enc)$/u.test(text))
      found.push(new RegExp(`${text.replace(/^\.\+/u, "")}(?:$|/)`, "u"));
  }
  return found;
}
