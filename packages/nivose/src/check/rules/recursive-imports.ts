/** Finds imports that depend on what only the imports decide. */

import { adviceMessages } from "../../advice/messages.ts";
import type { Found } from "../finding.ts";
import { Forced } from "../modules/forced.ts";
import { needsOfImports } from "../modules/import-needs.ts";
import { isInMark } from "../modules/marked-imports.ts";
import { type ModuleFunction, moduleFunctions, valuesAt } from "../modules/module-functions.ts";
import { isMadeLate, made, neededName, placesOf, sureness } from "../modules/needed-place.ts";
import { type SpecialArgs, specialArgsOf } from "../modules/special-args.ts";
import type { RepositoryRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "recursive-imports",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "repository",
  title: "Imports that depend on 'config' or 'pkgs'",
  explain:
    "Which modules there are has to be known before `config`, `options` and `pkgs` are, because the modules define them. If `imports` " +
    "needs one of them, Nix says `infinite recursion encountered` and names a file of nixpkgs. Import the module always and " +
    "let `lib.mkIf` in it decide what it sets, or decide by something that is passed as `specialArgs`. What the imported " +
    "modules do with the two is their own business: `imports = [ (import ./disks.nix { inherit pkgs; }) ]` is left alone, and " +
    "so is `pkgs` where a host is made with it in its `specialArgs`.",
  example: {
    bad: {
      "machine.nix":
        "{ lib, pkgs, ... }:\n{\n  imports = [ ./base.nix ] ++ lib.optional pkgs.stdenv.isLinux ./linux.nix;\n}\n",
      "linux.nix": "{\n  services.openssh.enable = true;\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./linux.nix ];\n}\n",
      "linux.nix": "{ lib, pkgs, ... }:\n{\n  services.openssh.enable = lib.mkIf pkgs.stdenv.isLinux true;\n}\n",
    },
  },
  *check(repository) {
    const args = specialArgsOf(repository);
    for (const file of repository.files.values()) {
      if (!file.tree.ok || !file.mentions("imports")) continue;
      for (const module of moduleFunctions(file)) yield* recursionsIn(file, module, args);
    }
  },
};

function* recursionsIn(file: SourceFile, { set, required }: ModuleFunction, args: SpecialArgs): Generator<Found> {
  const late = [...required].filter(([name]) => made.has(name)).map(([, token]) => file.tree.firstToken(token));
  if (set === undefined || late.length === 0) return;
  const imports = valuesAt(file.tree, set, "imports").filter(({ isBelow }) => !isBelow);
  if (imports.length === 0) return;
  const forced = new Forced(file, (token) => late.includes(token));
  for (const need of imports.flatMap(({ value }) => needsOfImports(file, forced, value))) {
    const name = neededName(file, need);
    if (!isMadeLate(name, args) || isInMark(file, file.tree.range(need.at))) continue;
    const { text, hint } = adviceMessages["recursion-imports"](name);
    yield { text, hint, ...placesOf(file, need), ...sureness(name, need, args) };
  }
}
