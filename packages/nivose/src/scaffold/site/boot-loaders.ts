/** How a machine starts, as a file says it. */

import { SourceFile } from "../../check/source/source-file.ts";
import { attributeAt } from "../edit/attributes.ts";
import { itemsOf, removeItem } from "../edit/items.ts";

/** `boot.loader.… = …;`, each by itself. */
export function loadersIn(file: SourceFile): readonly string[] {
  if (!file.mentions("loader")) return [];
  return file.definitions
    .filter(({ path: [first, second] }) => first === "boot" && second === "loader")
    .map(({ path: names, value }) => `${names.join(".")} = ${file.text(value)};`);
}

/** The text of a module without what the others say of that already: it could not be said twice. */
export function withoutLoadersOf(text: string, others: readonly SourceFile[]): string {
  const said = others
    .filter((file) => file.mentions("loader"))
    .flatMap((file) => file.definitions)
    .map(({ path }) => path.join("."));
  let file = new SourceFile("", new TextEncoder().encode(text));
  for (const { path } of file.definitions) {
    const names = path.map((name) => name ?? "");
    if (names[0] !== "boot" || names[1] !== "loader" || !said.includes(names.join("."))) continue;
    for (let length = names.length; length > 1; length--) {
      const found = attributeAt(file, names.slice(0, length));
      if (found === undefined || (length < names.length && itemsOf(file.tree, found.value).length > 0)) continue;
      file = removeItem(file, found.set, found.binding);
    }
  }
  return new TextDecoder().decode(file.bytes);
}
