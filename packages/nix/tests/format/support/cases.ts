/** The golden cases of the formatter. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface FormatCase {
  /** A sentence. */
  readonly name: string;
  readonly folder: string;
  readonly source: Uint8Array;
}

const folder = path.join(import.meta.dirname, "..", "cases");

export const formatCases: readonly FormatCase[] = readdirSync(folder)
  .sort()
  .map((name) => ({
    name: name.replaceAll("-", " "),
    folder: path.join(folder, name),
    source: readFileSync(path.join(folder, name, "in.nix")),
  }));
