/** Expressions as texts. */

import { formatSource } from "@nivose/nix/format";

/** Whether they differ in their layout at most. */
export function sameExpression(one: string, other: string): boolean {
  return one === other || laidOut(one) === laidOut(other);
}

/** As it is written by itself; what is around it is formatted only if the file was. */
export function laidOut(expression: string): string {
  const formatted = formatSource(new TextEncoder().encode(expression));
  return "text" in formatted ? new TextDecoder().decode(formatted.text).trimEnd() : expression;
}
