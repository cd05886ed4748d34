/** `import` and what belongs to it. A file is evaluated once, whoever imports it. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { coercePath } from "../eval/files/paths.ts";
import { evaluate } from "../eval/machine/machine.ts";
import { importFile, loadFile } from "../eval/files/imports.ts";
import { symbols } from "../eval/memory/strings.ts";
import { environmentOf, forceAttrs, shapeOfSet } from "../eval/memory/values.ts";
import { importedDerivation } from "./imported-derivation.ts";

export const importBuiltins: readonly Builtin[] = [
  {
    name: "import",
    arity: 1,
    apply(path) {
      const file = coercePath(path);
      return importedDerivation(file) ?? importFile(file);
    },
  },
  {
    name: "scopedImport",
    arity: 2,
    apply(scope, path) {
      const file = coercePath(path);
      const derivation = importedDerivation(file);
      if (derivation !== undefined) return derivation;
      const set = forceAttrs(scope);
      const shape = shapeOfSet(set);
      const names = Array.from(shape.symbols, (symbol) => symbols.name(symbol));
      const environment = environmentOf(set);
      const code = loadFile(file, names);
      return evaluate(code, environment);
    },
  },
];
