/** Whether two evaluators have said the same of a case. */

import type { Outcome } from "./cases.ts";

export interface Difference {
  /** `value`: both have one; `verdict`: one has none; `text`: of the errors; `printed`: traces and warnings; `crash`. */
  readonly kind: "value" | "verdict" | "text" | "printed" | "crash";
  readonly ours: string;
  readonly theirs: string;
}

export function compareOutcomes(ours: Outcome, theirs: Outcome): Difference | undefined {
  const mine = ours.result;
  const other = theirs.result;
  // where Nix itself crashes, anything will do
  if (other.kind === "crash") return undefined;
  if (mine.kind === "crash") return { kind: "crash", ours: shown(ours), theirs: shown(theirs) };
  if (mine.kind === "error" && isLimit(mine.text)) return undefined;
  if (mine.kind !== other.kind) return { kind: "verdict", ours: shown(ours), theirs: shown(theirs) };
  if (mine.kind === "value" && mine.text !== other.text) return { kind: "value", ours: mine.text, theirs: other.text };
  if (mine.kind === "error" && asNixPrints(mine.text) !== asNixPrints(other.text)) {
    return { kind: "text", ours: mine.text, theirs: other.text };
  }
  const printed = asNixPrints(ours.printed.join("\n"));
  const expected = asNixPrints(theirs.printed.join("\n"));
  return printed === expected ? undefined : { kind: "printed", ours: printed, theirs: expected };
}

/** A limit of memory is met earlier or later; and the files of `<nix/…>` have another text here. */
function isLimit(text: string): boolean {
  return text === "out of memory" || /^the file <nix\/\S*> cannot be copied to the store$/.test(text);
}

function shown({ result }: Outcome): string {
  return `${result.kind}: ${result.text}`;
}

/** Without indentation and proposals, and without what Nix takes out of what it prints where there is no terminal. */
function asNixPrints(text: string): string {
  return text
    .replace(/\u001b(?:\[[0-9;?]*[a-zA-Z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[^[\]])?/g, "")
    .replace(/[\r\u0007]/g, "")
    .replace(/^syntax error, .*/, "syntax error")
    .split("\n")
    .map((line) => line.replace(/[\t ]+/g, " ").trim())
    .filter((line) => line !== "" && !line.startsWith("Did you mean "))
    .join("\n");
}
