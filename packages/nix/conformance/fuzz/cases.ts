/**
 * Many cases in one file, and what an evaluator makes of each. A case is an expression; it is forced and rendered as a
 * text by `render.nix`. A line of `trace` with the number of the case stands before all that it prints itself, so that
 * the outputs of two evaluators can be laid side by side.
 */

import path from "node:path";

export interface Outcome {
  /** The lines of `trace` and the warnings, in order. */
  readonly printed: readonly string[];
  readonly result: Result;
}

export type Result =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "error"; readonly text: string }
  /** It took the evaluator down with it, or had no end. */
  | { readonly kind: "crash"; readonly text: string };

/**
 * An evaluator that has read other files before has met some names in another order, and holds attributes in another one:
 * those of which there is only one are met here.
 */
const preface = `__met = { ${"path name filter recursive sha256 other hash hashAlgo toHashFormat file folder inner B PATH src '1x' 'if' '' _"
  .split(" ")
  .map((name) => `${name.replaceAll("'", '"')} = 1;`)
  .join(" ")} }`;

const render = path.join(import.meta.dirname, "render.nix");

/** A file with one attribute for each case, its name as `caseName` has it. Texts are bytes. */
export function batchFile(cases: readonly string[]): string {
  const attributes = cases.map(
    (source, index) => `${caseName(index)} = __trace "${mark(index)}" (__rendered ${index} (\n${source}\n));\n`,
  );
  return `let ${preface}; __rendered = number: value: "@\${toString number}=\${import ${render} value}"; in {\n${attributes.join("")}}\n`;
}

export function caseName(index: number): string {
  return `c${index}`;
}

/** What a case traces first. */
export function mark(index: number): string {
  return `@${index}@`;
}

/** The text of a value that a case has given, with its number. */
export function valueIn(text: string): { readonly index: number; readonly value: string } | undefined {
  const match = /^@(\d+)=([^]*)$/.exec(text);
  return match === null ? undefined : { index: Number(match[1]), value: match[2]! };
}
