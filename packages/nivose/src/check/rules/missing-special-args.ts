/** Finds imports that need an argument which is not passed as `specialArgs`. */

import { argumentsFromElsewhere } from "../modules/passed-arguments.ts";
import { placesOf } from "../modules/needed-place.ts";
import { placesOfCalls, specialArgsOf } from "../modules/special-args.ts";
import { unpassedImports } from "../modules/unpassed-imports.ts";
import type { RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "missing-special-args",
  family: "names",
  level: "error",
  class: "heuristic",
  reads: "repository",
  title: "Imports that need an argument which is not in 'specialArgs'",
  explain:
    "An argument of a module that `specialArgs` does not have is looked for in `_module.args`, which the modules define. So it is known only " +
    "when all imports are, and `imports` cannot depend on it: Nix says `infinite recursion encountered`, also if nobody passes it at " +
    "all. Pass it where the host is made. Nothing is said where a framework makes the hosts, or where it is computed what is passed.",
  example: {
    bad: {
      "machine.nix": "{ inputs, ... }:\n{\n  imports = [ ./web.nix ];\n}\n",
      "web.nix": "{ house, ... }:\n{\n  imports = [ house.modules.web ];\n}\n",
    },
    good: {
      "machine.nix": "{\n  imports = [ ./web.nix ];\n}\n",
      "web.nix": "{ lib, ... }:\n{\n  imports = lib.optional lib.inPureEvalMode ./base.nix;\n}\n",
    },
  },
  *check(repository) {
    const elsewhere = argumentsFromElsewhere(repository);
    if (elsewhere === undefined) return;
    const related = placesOfCalls(specialArgsOf(repository));
    for (const { file, name, need } of unpassedImports(repository)) {
      const places = placesOf(file, need);
      yield {
        text: `'imports' depends on '${name}', which is not in 'specialArgs'`,
        hint: `pass it where the host is made: specialArgs = { inherit ${name}; };`,
        ...places,
        related: [...(places.related ?? []), ...related],
      };
    }
  },
};
