/** Inputs that nothing uses. */

import { flakeText } from "../flakes/declared-inputs.ts";
import { unusedInputs } from "../flakes/input-uses.ts";
import type { RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "unused-input",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "repository",
  title: "An input that nothing uses",
  explain:
    "The input is declared and locked, and nothing uses it: no output, no other input that follows it. Each update looks it up, it is " +
    "fetched where inputs are archived, and whoever reads the flake takes it for a part of it. Take it out of `inputs` and out of the " +
    "arguments of `outputs`, and run `nivose lock`, as the lock file names it, too.\n\n" +
    "The finding is `certain` if `flake.nix` takes every input by its name. Where it hands all `inputs` on as one, the name is looked for " +
    "in all Nix files of the repository, and the finding is `heuristic`: what else gets them could use any. Nothing is said where something goes through " +
    "all inputs (a registry made by `mapAttrs`, `inputs.${name}`), nor of inputs that a framework takes by itself.",
  example: {
    bad: {
      "flake.nix":
        '{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";\n  inputs.disko.url = "github:nix-community/disko";\n\n  outputs = { nixpkgs, ... }: { inherit (nixpkgs) lib; };\n}\n',
    },
    good: {
      "flake.nix":
        '{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";\n  inputs.disko.url = "github:nix-community/disko";\n\n  outputs = inputs: { inherit (inputs) nixpkgs disko; };\n}\n',
    },
  },
  *check(repository) {
    for (const { file } of repository.flakes) {
      const { inputs, outputs } = flakeText(file);
      if (!file.tree.ok || outputs === undefined || inputs.size === 0) continue;
      const { names, isComplete } = unusedInputs(file, repository);
      if (!isComplete && [...inputs.keys()].some((name) => takers.has(name))) continue;
      for (const name of names) {
        if (!isComplete && takenByName.test(name)) continue;
        yield {
          text: `nothing uses the input '${name}'`,
          at: file.at(inputs.get(name)!.at),
          hint: "take it out of the inputs and the arguments of 'outputs', and run 'nivose lock'",
          class: isComplete ? "certain" : "heuristic",
        };
      }
    }
  },
};

/** Frameworks that get all inputs, and take some by names of their own. */
const takers: ReadonlySet<string> = new Set(
  (
    "snowfall-lib snowfall blueprint std hive digga utils-plus flake-utils-plus fup nixos-unified nixos-flake flakelight paisano haumea " +
    "omnibus clan-core nilla unify ez-configs easy-hosts flakes den"
  ).split(" "),
);

/** What modules of flake-parts and libraries look for among the inputs that they get. */
const takenByName = /^(?:nixpkgs.*|systems|home-manager|(?:nix-)?darwin|self|.*-src)$/u;
