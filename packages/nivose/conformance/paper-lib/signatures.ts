/**
 * What the functions of nixpkgs' `lib` take. `signatures/` has a file for each family; a line is a function and the kinds of
 * its arguments (`kinds/`). A name without arguments is a value. One function may have several lines, and what a bar stands
 * behind is any expression: `(t: value: t.check value) | type any`.
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Signature {
  readonly family: string;
  /** An expression. */
  readonly callee: string;
  readonly arguments: readonly string[];
}

const folder = path.join(import.meta.dirname, "signatures");

export const familyNames: readonly string[] = readdirSync(folder)
  .map((file) => path.basename(file, ".txt"))
  .toSorted();

export const signatures: readonly Signature[] = familyNames.flatMap((family) =>
  readFileSync(path.join(folder, `${family}.txt`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => signature(family, line)),
);

function signature(family: string, line: string): Signature {
  const bar = line.lastIndexOf(" | ");
  const [name, ...kinds] = line.slice(bar < 0 ? 0 : bar + 3).split(" ");
  return bar < 0
    ? { family, callee: `lib.${family}.${name}`, arguments: kinds }
    : { family, callee: line.slice(0, bar), arguments: [name!, ...kinds] };
}
