/** Builds what an evaluation wants to read: import from derivation. */

import { fail } from "./machine.ts";
import { type ContextId, contextElements } from "./strings.ts";

/** The path, once everything that it refers to exists. */
export function realiseContext(path: string, context: ContextId): string {
  for (const element of contextElements(context)) {
    if (!element.startsWith("!")) continue;
    const drvPath = element.slice(element.indexOf("!", 1) + 1);
    throw fail("limit", `cannot build '${drvPath}' during evaluation: this needs an installed Nix`);
  }
  return path;
}
