/** What a file has in it: a part by itself, or what the part stands in. */

import type { Place } from "../layout.ts";
import { fillPattern, type PatternValues } from "./pattern.ts";

/** A comment at the top stays there. */
export function textAt({ around }: Place, values: PatternValues, part: string): string {
  if (around === undefined) return part;
  const comment = /^(?:\s*#.*\n)*/u.exec(part)![0];
  return `${comment}${fillPattern(around, { ...values, text: part.slice(comment.length).trim() })}\n`;
}
