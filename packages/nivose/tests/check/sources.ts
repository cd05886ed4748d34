/** Repositories of a few texts, for rules that evaluate nothing. */

import { applyFixes } from "../../src/check/fixes.ts";
import { checkSources } from "../../src/check/run.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { Rule } from "../../src/check/rule.ts";
import type { Repository } from "../../src/check/source/repository.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";

export type Texts = Readonly<Record<string, string>>;

/** Nix files are parsed; others are there. Git knows all but those that are named `untracked:…`, and `ignored:…`. */
export function repositoryOf(texts: Texts): Repository {
  const isNew = (name: string): boolean => name.startsWith("untracked:");
  const plain = (name: string): string => name.replace(/^(?:untracked|ignored):/u, "");
  const names = Object.keys(texts);
  const all = new Map(names.map((name) => [plain(name), Buffer.from(texts[name]!)]));
  const nix = names.map(plain).filter((name) => name.endsWith(".nix"));
  const files = new Map(nix.map((name) => [name, new SourceFile(name, all.get(name)!)]));
  return {
    files,
    tracked: new Set(names.filter((name) => plain(name) === name)),
    untracked: new Set(names.filter(isNew).map(plain)),
    isGit: true,
    flakes: [...files.values()]
      .filter(({ name }) => name === "flake.nix")
      .map((file) => ({ folder: "", file, inputs: [], lock: undefined })),
    read: (name) => all.get(name),
    exists: (name) => name === "" || [...all.keys()].some((each) => each === name || each.startsWith(`${name}/`)),
    nameOf: (file) => file,
    now: 0,
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
