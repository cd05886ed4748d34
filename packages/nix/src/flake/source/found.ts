/** A source that was found, and what was found out about it. */

import type { Attribute, Attributes, Input } from "../reference/index.ts";

export interface Source {
  readonly storePath: string;
  /** The input with what was found out: its hash, its revision, its time. */
  readonly input: Input;
}

/** The input with further attributes. */
export function withAttributes(input: Input, more: Readonly<Record<string, Attribute | undefined>>): Input {
  const attributes: Attributes = new Map([
    ...input.attributes,
    ...Object.entries(more).flatMap(([name, value]): [string, Attribute][] =>
      value === undefined ? [] : [[name, value]],
    ),
  ]);
  return { ...input, attributes };
}
