/** The golden cases. Those whose name begins with "pipe" are read with the feature `pipe-operators`. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Case {
  /** A sentence. */
  readonly name: string;
  readonly folder: string;
  readonly source: Uint8Array;
  readonly pipeOperators: boolean;
}

export const casesFolder = path.join(import.meta.dirname, "..", "cases");

export const cases: readonly Case[] = readdirSync(casesFolder)
  .filter((name) => existsSync(path.join(casesFolder, name, "in.nix")))
  .sort()
  .map((name) => {
    const folder = path.join(casesFolder, name);
    const source = readFileSync(path.join(folder, "in.nix"));
    return { name: name.replaceAll("-", " "), folder, source, pipeOperators: name.startsWith("pipe") };
  });
