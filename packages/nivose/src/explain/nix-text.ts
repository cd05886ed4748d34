/** Texts and paths of options in the syntax of Nix, for questions. */

import type { OptionPath } from "./answer.ts";

/** A path as a list. */
export function nixPath(path: OptionPath): string {
  return `[ ${path.map(nixString).join(" ")} ]`;
}

export function nixString(text: string): string {
  return `"${text.replaceAll(/["\\]|\$(?=\{)/gu, String.raw`\$&`)}"`;
}
