/** The places of a host outside of its own files. */

import { isDendritic } from "./host-files.ts";
import { isNamedFor } from "./own-files.ts";
import type { HostItem, SaidHost } from "./said-host.ts";

/** Those that are not in files of its own, which the new host has anyway, and not what a feature says of it. */
export function wiredItems(model: SaidHost): readonly HostItem[] {
  return model.items.filter((item) => !isWithinName(item.file.name, model.name) && !isDendritic(item));
}

function isWithinName(file: string, name: string): boolean {
  return file.split("/").some((part) => isNamedFor(part, name) || part === `${name}.nix`);
}

/** Several bindings of one set are one change. */
export function byCollection(items: readonly HostItem[]): readonly (readonly HostItem[])[] {
  const groups: HostItem[][] = [];
  for (const item of items) {
    const group = groups.find(([first]) => first!.file === item.file && first!.collection === item.collection);
    if (group === undefined) groups.push([item]);
    else group.push(item);
  }
  return groups;
}
