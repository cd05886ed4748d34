/** `import` and what belongs to it. A file is evaluated once, whoever imports it. */

import type { Builtin } from "../eval/builtin.ts";
import { coercePath } from "../eval/paths.ts";
import { evaluate } from "../eval/machine.ts";
import { importFile, loadFile } from "../eval/imports.ts";
import { symbols } from "../eval/strings.ts";
import { environmentOf, forceAttrs, shapeOfSet } from "../eval/values.ts";

export const importBuiltins: readonly Builtin[] = [
  { name: "import", arity: 1, apply: (path) => importFile(coercePath(path)) },
  {
    name: "scopedImport",
    arity: 2,
    apply(scope, path) {
      const set = forceAttrs(scope);
      const shape = shapeOfSet(set);
      const names = Array.from(shape.symbols, (symbol) => symbols.name(symbol));
      const environment = environmentOf(set);
      return evaluate(loadFile(coercePath(path), names), environment);
    },
  },
];
