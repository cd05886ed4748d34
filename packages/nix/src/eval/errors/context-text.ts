/** Contexts as messages name them. */

import type { Handle } from "../memory/heap.ts";
import { settings } from "../machine/settings.ts";
import { type ContextElement, type ContextId, contextElements, contextOf, textOf } from "../memory/strings.ts";

/** The elements in the order that Nix has them in: paths, derivations with all outputs, outputs. */
export function contextInOrder(context: ContextId): ContextElement[] {
  return contextElements(context).toSorted((a, b) => {
    const [left, right] = [sortKey(a), sortKey(b)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** An element as Nix writes it down, without the folder of the store. */
export function elementText(element: ContextElement): string {
  return element.replace(`${settings.storeDir}/`, "");
}

export function contextNotAllowed(value: Handle): string {
  const [first] = contextInOrder(contextOf(value));
  return `the string '${textOf(value)}' is not allowed to refer to a store path (such as '${elementText(first!)}')`;
}

function sortKey(element: ContextElement): string {
  if (element.startsWith("=")) return `1${element.slice(1)}`;
  if (!element.startsWith("!")) return `0${element}`;
  const end = element.indexOf("!", 1);
  return `2${element.slice(end + 1)}\0${element.slice(1, end)}`;
}
