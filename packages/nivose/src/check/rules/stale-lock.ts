/** Lock files that are not of the flake that they lie beside. */

import type { RelatedPlace } from "../finding.ts";
import { type DeclaredInput, flakeText, inputNames, settingOf } from "../flakes/declared-inputs.ts";
import { exampleLock, nixpkgsNode } from "../flakes/example-lock.ts";
import type { RepositoryRule } from "../rule.ts";
import { besideFlake, type FlakeSource, type Repository } from "../source/repository.ts";

export const rule: RepositoryRule = {
  code: "stale-lock",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "A lock file that does not fit its flake",
  explain:
    "`flake.nix` has inputs that `flake.lock` does not have, or the other way round; or a flake takes another one of the repository, and its lock file remembers " +
    "other inputs of that one than it has by now. Nix mends such a lock file by itself when it may write it: then two people who evaluate the same commit can get different revisions, and it " +
    "fails where it may not (`--no-update-lock-file`, `--no-write-lock-file` in CI, `nix build github:…`). Of flakes that take each other by a relative path, the lock file of each " +
    "has to be brought up to date after a change of one: `nivose lock` in every folder does so. Inputs that are no flakes (`flake = false`) may be missing: they bring nothing along, and are locked when they are first used.",
  example: {
    bad: exampleFlake('  inputs.disko.url = "github:nix-community/disko";\n'),
    good: exampleFlake(""),
  },
  *check(repository) {
    for (const flake of repository.flakes) {
      const { lock, file } = flake;
      const locked = lock?.nodes?.[lock.root ?? ""]?.inputs;
      if (lock === undefined || lock.nodes === undefined || !file.tree.ok) continue;
      const { inputs } = flakeText(file);
      const here = { locked: Object.keys(locked ?? {}), declared: inputNames(file) };
      const hint = "run 'nivose lock' or 'nix flake lock' in the folder of the flake, and commit the lock file with it";
      for (const name of missing(here.declared.keys(), here.locked)) {
        const input = inputs.get(name);
        if (input !== undefined && settingOf(input, "flake")?.text === "false") continue;
        const at = file.at(input?.at ?? here.declared.get(name)!);
        yield { text: `the lock file does not have the input '${name}'`, at, hint };
      }
      for (const name of missing(here.locked, here.declared.keys())) {
        const at = { file: besideFlake(flake, "flake.lock") };
        yield { text: `the lock file has an input '${name}', and flake.nix does not`, at, hint };
      }
      for (const { input, child } of childrenOf(flake, repository)) {
        const node = locked?.[input.name];
        const known = typeof node === "string" ? lock.nodes[node] : undefined;
        if (known === undefined || known.flake === false || known.locked?.["type"] !== "path") continue;
        const there = inputNames(child.file);
        const different = [
          ...missing(there.keys(), Object.keys(known.inputs ?? {})),
          ...missing(Object.keys(known.inputs ?? {}), there.keys()),
        ];
        if (different.length === 0 || !child.file.tree.ok) continue;
        yield {
          text: `the lock file has another state of '${input.name}': not the same inputs (${different.map((name) => `'${name}'`).join(", ")})`,
          at: file.at(input.at),
          related: different.flatMap((name) => placeIn(child, name)),
          hint,
        };
      }
    }
  },
};

function missing(names: Iterable<string>, from: Iterable<string>): string[] {
  const there = new Set(from);
  return [...names].filter((name) => !there.has(name));
}

/** The inputs that are flakes of the same repository, by a relative path. */
function* childrenOf(
  { file, inputs }: FlakeSource,
  { flakes }: Repository,
): Generator<{ readonly input: DeclaredInput; readonly child: FlakeSource }> {
  for (const { name, flake } of inputs) {
    const input = flakeText(file).inputs.get(name);
    const child = flakes.find(({ folder }) => folder === flake);
    if (input !== undefined && child !== undefined) yield { input, child };
  }
}

function placeIn({ file }: FlakeSource, name: string): RelatedPlace[] {
  const input = flakeText(file).inputs.get(name);
  return input === undefined ? [] : [{ text: "declared here", at: file.at(input.at) }];
}

function exampleFlake(more: string): Readonly<Record<string, string>> {
  return {
    "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
${more}
  outputs = inputs: { inherit (inputs.nixpkgs) lib; other = inputs.disko or null; };
}
`,
    "flake.lock": exampleLock({ nixpkgs: nixpkgsNode({}) }, { nixpkgs: "nixpkgs" }),
  };
}
