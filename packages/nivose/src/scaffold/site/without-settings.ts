/** The text of a module without some of its settings: what something else says already could not be said twice. */

import { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt } from "../edit/attributes.ts";
import { itemsOf, removeItem } from "../edit/items.ts";

/** A set of which nothing is left goes with them. */
export function withoutSettings(text: string, isSaid: (option: readonly string[]) => boolean): string {
  let file = new SourceFile("", new TextEncoder().encode(text));
  for (const { path } of file.definitions) {
    const names = path.map((name) => name ?? "");
    if (!isSaid(names)) continue;
    for (let length = names.length; length > 0; length--) {
      const found = attributeAt(file, names.slice(0, length));
      if (found === undefined || (length < names.length && itemsOf(file.tree, found.value).length > 0)) continue;
      file = removeItem(file, found.set, found.binding);
    }
  }
  return new TextDecoder().decode(file.bytes);
}
