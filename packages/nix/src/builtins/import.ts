/** `import` and what belongs to it. A file is evaluated once, whoever imports it. */

import type { Builtin } from "../eval/builtin.ts";
import { coercePath } from "../eval/paths.ts";
import { evaluate } from "../eval/machine.ts";
import { importFile, loadFile } from "../eval/imports.ts";
import { symbols } from "../eval/strings.ts";
import { environmentOf, forceAttrs, shapeOfSet } from "../eval/values.ts";
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
