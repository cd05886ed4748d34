/** The expressions about derivations and store paths, each with what it gives: asked of our evaluator and of real Nix. */

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Paths in the expressions are relative to it. */
export const folder = join(import.meta.dirname, "expressions");
export const expectedFile = join(folder, "derivations.json");

export function expressions(): string[] {
  return readFileSync(join(folder, "derivations.txt"), "utf8").trimEnd().split("\n");
}

/** A value, or `error: ` and the whole text of the error; paths of this folder start with `/here`. */
export function expectedResults(): Record<string, string> {
  return JSON.parse(readFileSync(expectedFile, "utf8")) as Record<string, string>;
}

export function withoutFolder(text: string): string {
  return text.replaceAll(folder, "/here");
}
