/** What the patterns of a layout may say of a part. */

import { nixString } from "../nix.ts";
import type { PatternValues } from "./pattern.ts";

export function partValues(name: string, description: string, namespace?: string): PatternValues {
  const cell = description.replaceAll("|", String.raw`\|`);
  return { name, description, namespace, quoted: nixString(description), cell, sentence: sentence(cell) };
}

/** On one line, and without a full stop at its end. */
export function asDescription(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .replace(/\.$/u, "");
}

/** As a comment has it, and a line of a table. */
export function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
