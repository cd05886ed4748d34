/** Repositories of a few texts, for rules that evaluate nothing. */

import path from "node:path/posix";
import { applyFixes } from "../../src/check/fixes.ts";
import { checkSources } from "../../src/check/run.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { Rule } from "../../src/check/rule.ts";
import { besideFlake, lockOf, type Repository } from "../../src/check/source/repository.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";
import { inputsOf } from "../../src/fleet/inputs/inputs.ts";

/** What time it is in these fleets: a week after the inputs of examples were locked. */
export const NOW = 1_736_104_800_000;

export type Texts = Readonly<Record<string, string>>;

/** Nix files are parsed; others are there. Git knows all but those that are named `untracked:…`, and `ignored:…`. */
export function repositoryOf(texts: Texts): Repository {
  const isNew = (name: string): boolean => name.startsWith("untracked:");
  const plain = (name: string): string => name.replace(/^(?:untracked|ignored):/u, "");
  const names = Object.keys(texts);
  const all = new Map(names.map((name) => [plain(name), Buffer.from(texts[name]!)]));
  const nix = names.map(plain).filter((name) => name.endsWith(".nix"));
  const files = new Map(nix.map((name) => [name, new SourceFile(name, all.get(name)!)]));
  const folders = [...files.keys()]
    .filter((name) => path.basename(name) === "flake.nix")
    .map((name) => path.dirname(name).replace(/^\.$/u, ""));
  return {
    files,
    tracked: new Set(names.filter((name) => plain(name) === name)),
    untracked: new Set(names.filter(isNew).map(plain)),
    isGit: true,
    flakes: folders.map((folder) => {
      const file = files.get(besideFlake({ folder }, "flake.nix"))!;
      const lock = all.get(besideFlake({ folder }, "flake.lock"));
      const inputs = inputsOf({ folder, flake: file.bytes, lock }, { root: "/fleet", remotes: [] }, folders);
      return { folder, file, inputs, lock: lockOf(lock) };
    }),
    read: (name) => all.get(name),
    exists: (name) => name === "" || [...all.keys()].some((each) => each === name || each.startsWith(`${name}/`)),
    nameOf: (file) => file,
    now: NOW,
  };
}

export function findingsIn(rule: Rule, texts: Texts | string): readonly Finding[] {
  return checkSources(
    repositoryOf(typeof texts === "string" ? { "machine.nix": texts } : texts),
    [rule],
    new WeakMap(),
  );
}

/** What the findings point at. */
export function pointedAt(rule: Rule, texts: Texts | string): readonly string[] {
  const all = typeof texts === "string" ? { "machine.nix": texts } : texts;
  return findingsIn(rule, all)
    .toSorted((a, b) => (a.at.range?.start ?? 0) - (b.at.range?.start ?? 0))
    .map(({ at: { file, range } }) => all[file]!.slice(range?.start, range?.end));
}

/** After all fixes, and those of what is found then. */
export function mended(rule: Rule, text: string): string {
  for (let current = text; ;) {
    const { files } = applyFixes(findingsIn(rule, current), () => Buffer.from(current));
    const next = files.get("machine.nix");
    if (next === undefined) return current;
    current = Buffer.from(next).toString();
  }
}
