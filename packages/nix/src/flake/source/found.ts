/** A source that was found, and what was found out about it. */

import type { Attribute, Attributes, Input } from "../reference/index.ts";

export interface Source {
  readonly storePath: string;
  /** The input with what was found out: its hash, its revision, its time. */
  readonly input: Input;
}

/** What its path in the store ends with. */
export function nameOfSource({ attributes }: Input): string {
  const name = attributes.get("name");
  return typeof name === "string" ? name : "source";
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

/** Whether all that there is to know of an input is known, as it is in a lock file. */
export function isFinal({ attributes }: Input): boolean {
  return attributes.get("__final") === true;
}
