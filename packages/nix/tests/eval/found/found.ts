/** What the fuzzer has found: expressions, and what real Nix makes of each. */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { batchFile, type Outcome } from "../../../conformance/fuzz/cases.ts";
import { writeScratchTree } from "../../../conformance/fuzz/scratch-tree.ts";

const folder = import.meta.dirname;
const recorded = path.join(folder, "expected.json");

/** In bytes, one to a character. */
export const sources: readonly string[] = readFileSync(path.join(folder, "found.txt"), "latin1")
  .trimEnd()
  .split("\n")
  .filter((line) => !line.startsWith("#"));

export function expectedOutcomes(): Record<string, Outcome> {
  return existsSync(recorded) ? (JSON.parse(readFileSync(recorded, "utf8")) as Record<string, Outcome>) : {};
}

export function writeExpected(outcomes: readonly Outcome[]): void {
  const all = Object.fromEntries(sources.map((source, index) => [source, outcomes[index]!]));
  writeFileSync(recorded, `${JSON.stringify(all, null, 2)}\n`);
}

export interface Scratch {
  /** All expressions, and beside it the files that they read. */
  readonly file: string;
  readonly store: string;
  /** Outcomes name the scratch folder by a name that is always the same. */
  readonly tidy: (outcome: Outcome) => Outcome;
  readonly remove: () => void;
}

export function scratchFolder(cases: readonly string[] = sources): Scratch {
  const scratch = mkdtempSync(path.join(tmpdir(), "nix-found-"));
  const files = path.join(scratch, "files");
  const store = path.join(scratch, "store");
  mkdirSync(store);
  writeScratchTree(files);
  const file = path.join(files, "cases.nix");
  writeFileSync(file, batchFile(cases), "latin1");
  const tidyText = (text: string): string => text.replaceAll(files, "/scratch");
  return {
    file,
    store,
    tidy: ({ printed, result }) => ({
      printed: printed.map(tidyText),
      result: { ...result, text: tidyText(result.text) },
    }),
    remove: () => rmSync(scratch, { recursive: true, force: true }),
  };
}
