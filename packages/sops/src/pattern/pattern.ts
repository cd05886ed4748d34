/** Regular expressions in the syntax of Go (RE2), as functions that say whether they match anywhere in a text. */

import { machineOf } from "./machine.ts";
import { parsePattern } from "./parser.ts";

export type Pattern = (text: string) => boolean;

/** Throws `sops-pattern` if it is none, and `sops-pattern-limit` if Nivose does not know what it means. */
export function compilePattern(source: string): Pattern {
  return machineOf(parsePattern(source));
}
