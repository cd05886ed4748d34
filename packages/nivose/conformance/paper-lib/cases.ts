/** Random calls of functions of `lib`, and what was once recorded of such calls. */

import { Random } from "../../../nix/conformance/random.ts";
import { argument } from "./kinds/index.ts";
import type { Answer } from "./library.ts";
import type { Signature } from "./signatures.ts";

/** Calls of one function; the same for the same seed, whatever other functions there are. */
export function callsOf(signature: Signature, count: number, seed: number): string[] {
  const { callee, arguments: kinds } = signature;
  if (kinds.length === 0) return [callee];
  const random = new Random(seed + hash(`${callee} ${kinds.join(" ")}`));
  const calls = new Set<string>();
  // the same call may come again and again
  for (let tries = 0; calls.size < count && tries < 3 * count; tries++)
    calls.add(`${callee} ${kinds.map((kind) => argument(kind, random)).join(" ")}`);
  return [...calls];
}

function hash(text: string): number {
  let sum = 0;
  for (const character of text) sum = (Math.imul(sum, 31) + character.codePointAt(0)!) >>> 0;
  return sum;
}

/** How what is printed is indented does not matter. */
export function isSame(left: Answer, right: Answer): boolean {
  const printed = (answer: Answer): string => answer.printed.join("\n").replaceAll(/\s+/g, " ");
  return left.value === right.value && printed(left) === printed(right);
}

export interface Recorded {
  readonly expression: string;
  readonly answer: Answer;
}

/** A line for the call, one for its value, one for all that was printed if there is any. */
export function showRecorded(all: readonly Recorded[]): string {
  const lines = all.flatMap(({ expression, answer: { value, printed } }) => [
    expression,
    `= ${value}`,
    ...(printed.length === 0 ? [] : [`! ${JSON.stringify(printed)}`]),
  ]);
  return `${lines.join("\n")}\n`;
}

export function readRecorded(text: string): Recorded[] {
  const found: { expression: string; answer: { value: string; printed: readonly string[] } }[] = [];
  for (const line of text.trimEnd().split("\n")) {
    if (line.startsWith("= ")) found.at(-1)!.answer.value = line.slice(2);
    else if (line.startsWith("! ")) found.at(-1)!.answer.printed = JSON.parse(line.slice(2)) as string[];
    else found.push({ expression: line, answer: { value: "", printed: [] } });
  }
  return found;
}
