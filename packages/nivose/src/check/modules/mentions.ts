/** Whether a text of the repository names a file by something that is no path of Nix. */

import path from "node:path";
import { Token } from "@nivose/nix/syntax";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

/** By its whole name, or by the end of it, from two parts on: `profiles/web.nix`, `profiles/web`. */
export function isMentioned(name: string, repository: Repository): boolean {
  const endings = endingsOf(name);
  for (const word of wordsIn(repository)) if (endings.has(word)) return true;
  return [...textsIn(repository)].some((text) => [...endings].some((ending) => text.includes(ending)));
}

function endingsOf(name: string): ReadonlySet<string> {
  const plain = name.replace(/(?:\/default)?\.nix$/u, "");
  const found = [name, path.posix.basename(name)].filter((each) => each !== "default.nix");
  for (const each of new Set([name, plain])) {
    const parts = each.split("/");
    for (let from = 0; from < parts.length - 1; from++) found.push(parts.slice(from).join("/"));
  }
  return new Set(found);
}

const kept = new WeakMap<Repository, { words?: ReadonlySet<string>; texts?: ReadonlySet<string> }>();

/** What strings of Nix say, without a slash in front. */
function wordsIn(repository: Repository): ReadonlySet<string> {
  const known = kept.get(repository) ?? {};
  kept.set(repository, known);
  return (known.words ??= new Set([...repository.files.values()].flatMap(stringsIn)));
}

function stringsIn({ tree }: SourceFile): string[] {
  const found: string[] = [];
  for (let token = 0; token < tree.tokenCount; token++) {
    const kind = tree.tokenKinds[token];
    if (kind !== Token.StringText && kind !== Token.IndentedText) continue;
    const text = tree.tokenText(token);
    if (text.includes("/") || text.endsWith(".nix"))
      found.push(...text.split(/\s+/u).map((word) => word.replace(/^(?:\.?\/)+/u, "")));
  }
  return found;
}

/** Scripts, workflows and the like: not what is large, nor what is no text. */
function textsIn(repository: Repository): ReadonlySet<string> {
  const known = kept.get(repository) ?? {};
  kept.set(repository, known);
  return (known.texts ??= new Set(
    [...repository.tracked]
      .filter((name) => isOfPrograms.test(name) && !name.endsWith(".nix"))
      .map((name) => Buffer.from(repository.read(name) ?? []).toString("latin1"))
      .filter((text) => text.length < LARGEST),
  ));
}

const isOfPrograms =
  /(?:^|\/)(?:[^./]+|[^/]*\.(?:sh|bash|zsh|fish|nu|py|rb|js|ts|ya?ml|toml|jsonc?|just|mk|md|org|txt|envrc))$|(?:^|\/)\.envrc$/iu;
const LARGEST = 300_000;
