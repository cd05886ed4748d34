/** Regular expressions in the syntax of Go (RE2), as functions that say whether they match anywhere in a text. */

import { sopsError } from "../error.ts";
import { translate } from "./translate.ts";

export type Pattern = (text: string) => boolean;

/** Throws `sops-pattern` if it is none, and `sops-pattern-limit` if JavaScript has nothing that means the same. */
export function compilePattern(source: string): Pattern {
  const { text, flags } = translate(source);
  try {
    const expression = new RegExp(text, flags);
    return (tested) => expression.test(tested);
  } catch {
    throw sopsError("sops-pattern", source);
  }
}
