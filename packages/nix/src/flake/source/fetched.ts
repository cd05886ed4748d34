/** What was fetched for an evaluation, by whoever may use a network: inputs as they were asked for, and as they are locked now. */

import { type Attributes, attributesAsJson, type Input } from "../reference/index.ts";

export interface FetchedInput {
  readonly wanted: Attributes;
  /** With its hash, under which the cache of sources has it. */
  readonly locked: Attributes;
}

let known: ReadonlyMap<string, Attributes> = new Map();

export function useFetched(inputs: readonly FetchedInput[]): void {
  known = new Map(inputs.map(({ wanted, locked }) => [keyOf(wanted), locked]));
}

export function fetchedInput(input: Input): Input | undefined {
  const attributes = known.get(keyOf(input.attributes));
  return attributes === undefined ? undefined : { ...input, attributes };
}

function keyOf(attributes: Attributes): string {
  return attributesAsJson(new Map([...attributes].filter(([name]) => name !== "__final")));
}
