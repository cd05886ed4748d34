/** Where something new goes among its neighbours: in their order if they have one, behind the last if they have none. */

import { Edit, type Ref, type Tree } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { edited, insertItem, itemsOf } from "../edit/items.ts";

/** `text` is an item as `insertItem` takes it, `keyOf` what the others are ordered by. */
export function insertInOrder(
  file: SourceFile,
  collection: Ref,
  text: string,
  key: string,
  keyOf: (item: Ref) => string | undefined,
): SourceFile {
  const { tree } = file;
  const items = itemsOf(tree, collection);
  const keys = items.map((item) => keyOf(item) ?? "");
  const from = keys[0] === "default" ? 1 : 0;
  if (!areOrdered(keys.slice(from))) return insertItem(file, collection, text);
  const next = keys.findIndex((each, index) => index >= from && each > key);
  if (next < 0) return insertItem(file, collection, text);
  if (next > 0) return insertItem(file, collection, text, { after: items[next - 1]! });
  return edited(file, [before(tree, items[0]!, text)]);
}

/** Two tell of an order, one alone of none. */
function areOrdered(keys: readonly string[]): boolean {
  return keys.length > 1 && keys.every((key, index) => index === 0 || keys[index - 1]! <= key);
}

/** Above the comments of the item, which are its own. */
function before(tree: Tree, item: Ref, text: string): Edit.Splice {
  const source = Buffer.from(tree.source).toString("latin1");
  const start = tree.start(item);
  let line = source.lastIndexOf("\n", start - 1) + 1;
  const indent = source.slice(line, start);
  if (indent.trim() !== "") return Edit.insert(start, `${text} `);
  for (;;) {
    const above = source.lastIndexOf("\n", line - 2) + 1;
    if (above >= line || !/^[ \t]*#/u.test(source.slice(above, line))) break;
    line = above;
  }
  const lines = text.split("\n").map((each) => (each === "" ? "" : indent + each));
  return Edit.insert(line, `${lines.join("\n")}\n`);
}
