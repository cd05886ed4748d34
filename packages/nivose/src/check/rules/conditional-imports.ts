/** Finds `mkIf` and the like where only lists and modules can stand. */

import type { Found } from "../finding.ts";
import { type MarkedImport, markedImports } from "../modules/marked-imports.ts";
import type { FileRule } from "../rule.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: FileRule = {
  code: "conditional-imports",
  family: "modules",
  level: "error",
  class: "certain",
  reads: "file",
  title: "Imports behind 'mkIf'",
  explain:
    "`lib.mkIf` and `lib.mkMerge` put a mark around a definition, for the module system to look at later. `imports` is no option but a " +
    "list that is read at once, and a path in it that is behind `mkIf` is no module. `lib.optional` and `lib.optionals` make lists; their " +
    "condition cannot depend on `config`. If it has to, import the module always and use `mkIf` in it.",
  example: {
    bad: {
      "machine.nix": '{ lib, ... }:\n{\n  imports = [ (lib.mkIf (lib.version != "") ./web.nix) ];\n}\n',
      "web.nix": "{\n  services.nginx.enable = true;\n}\n",
    },
    good: {
      "machine.nix": '{ lib, ... }:\n{\n  imports = lib.optional (lib.version != "") ./web.nix;\n}\n',
      "web.nix": "{\n  services.nginx.enable = true;\n}\n",
    },
  },
  *check(file) {
    for (const mark of markedImports(file)) yield finding(file, mark);
  },
};

function finding(file: SourceFile, { name, callee, isList }: MarkedImport): Found {
  const why = isList ? "a list is wanted" : "a module that is given by its path cannot be behind it";
  return {
    text: `'${name}' does not work in 'imports': ${why}`,
    at: file.at(callee),
    hint:
      name === "mkIf"
        ? `use 'lib.optional' or 'lib.optionals'${ofArguments(file.text(callee))}; if the condition depends on 'config', import it always and use 'lib.mkIf' inside`
        : "write the list itself",
  };
}

/** Which modules there are is asked before `pkgs` is known. */
function ofArguments(callee: string): string {
  return callee.startsWith("pkgs.lib.") ? ", with 'lib' from the arguments of the module" : "";
}
