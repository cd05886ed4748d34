/** Libraries for flakes that are used for one thing that nixpkgs does as well. */

import { NONE, type Ref, view } from "@nivose/nix/syntax";
import { flakeText, formalsOf } from "../flakes/declared-inputs.ts";
import type { RepositoryRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "avoidable-framework",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "repository",
  isPedantic: true,
  title: "A library that is used for a single function",
  explain:
    "`flake-utils` is an input of the flake, and all that the flake takes of it is one function that goes through systems. `lib.genAttrs` of nixpkgs does so in two lines, without " +
    "an input that has to be locked, brings another one (`systems`) and has to follow in every flake that takes this one. A matter of taste, so the rule is pedantic.",
  example: {
    bad: {
      "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  inputs.flake-utils.url = "github:numtide/flake-utils";

  outputs =
    { nixpkgs, flake-utils, ... }:
    flake-utils.lib.eachDefaultSystem (system: {
      packages.default = nixpkgs.legacyPackages.\${system}.hello;
    });
}
`,
    },
    good: {
      "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";

  outputs =
    { nixpkgs, ... }:
    {
      packages = nixpkgs.lib.genAttrs [ "x86_64-linux" ] (system: {
        default = nixpkgs.legacyPackages.\${system}.hello;
      });
    };
}
`,
    },
  },
  *check({ flakes }) {
    for (const { file } of flakes) {
      const { inputs, outputs } = flakeText(file);
      const input = inputs.get("flake-utils");
      if (input === undefined || outputs === undefined) continue;
      const lambda = view(file.tree, outputs);
      // whoever gets all inputs may use more of it
      if (lambda.kind !== "lambda" || lambda.name !== undefined) continue;
      const formal = formalsOf(file.tree, outputs).find((each) => file.tree.text(each) === "flake-utils");
      const uses = formal === undefined ? [] : usesOf(file, formal, lambda.body);
      const [use] = uses;
      if (uses.length !== 1 || use === undefined || !/^flake-utils\.lib\.each(?:Default)?System$/u.test(use)) continue;
      const name = use.split(".").at(-1)!;
      yield {
        text: `'flake-utils' is here for '${name}' alone`,
        at: file.at(input.at),
        hint: "go through the systems with 'nixpkgs.lib.genAttrs', and take the input out",
      };
    }
  },
};

/** The text of what is selected of a variable, wherever it stands; the name alone where it is handed on. */
function usesOf({ tree, analysis }: SourceFile, binder: Ref, within: Ref): readonly string[] {
  const found: string[] = [];
  const visit = (ref: Ref, above: Ref): void => {
    if (ref === NONE) return;
    if (tree.isToken(ref)) {
      if (analysis.meanings[~ref] !== ~binder + 1) return;
      const node = above === NONE ? undefined : view(tree, above);
      found.push(tree.text(node?.kind === "select" && node.subject === ref ? above : ref));
      return;
    }
    for (const child of tree.children(ref)) visit(child, ref);
  };
  visit(within, NONE);
  return found;
}
