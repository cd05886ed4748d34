/** Small pieces of Nix as text. Layout does not matter: everything is formatted before it is written. */

import { quoteName, quoteString } from "@nivose/nix/syntax";

export { quoteName as nixName } from "@nivose/nix/syntax";

export function nixString(text: string): string {
  return quoteString(text);
}

/** Plain data as Nix. Nothing is written for what is undefined. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | { readonly [name: string]: Plain | undefined };

export function nixValue(value: Plain): string {
  if (typeof value === "string") return quoteString(value);
  if (value === null || typeof value !== "object") return String(value);
  if (Array.isArray(value)) return `[ ${value.map((each: Plain) => nixValue(each)).join(" ")} ]`;
  const entries = Object.entries(value).filter((entry): entry is [string, Plain] => entry[1] !== undefined);
  return `{ ${entries.map(([name, each]) => `${quoteName(name)} = ${nixValue(each)};`).join(" ")} }`;
}
