/**
 * A tree as JSON: an object for every node and leaf, with its kind, its range in bytes, and its children under the names
 * that `node.ts` gives them.
 *
 *     { "kind": "Binding", "range": [2, 8], "attrPath": { … }, "value": { "kind": "Integer", "range": [6, 7], "text": "1" } }
 *
 * An optional child that is absent is `null`. Text is decoded from UTF-8, and what is no UTF-8 becomes U+FFFD: the range
 * tells where the exact bytes are.
 */

import { kindName, shapes } from "./node.ts";
import * as Node from "./node.ts";
import { NONE, type Ref, type Tree } from "./tree.ts";

/** The text of the JSON in pieces of some ten thousand characters. However deep the tree, the stack stays flat. */
export function* treeToJson(tree: Tree, root: Ref = tree.root): Generator<string, void, undefined> {
  let text = "";
  const open: OpenNode[] = [];

  const enter = (ref: Ref): void => {
    if (ref === NONE) {
      text += "null";
      return;
    }
    const kind = tree.kind(ref);
    text += `{"kind":"${kindName(kind)}","range":[${tree.start(ref)},${tree.end(ref)}]`;
    if (tree.isToken(ref)) {
      text += `,"text":${JSON.stringify(utf8(tree, ref))}}`;
      return;
    }
    if (kind === Node.AttrSet) text += `,"recursive":${tree.isRecursive(ref)}`;
    open.push({ ref, kind, next: 0 });
  };

  enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const { ref, kind, next } = top;
    const { slots } = shapes[kind]!;
    const count = tree.childCount(ref);
    // what the parser could make nothing of may follow children of a kind that has no others
    const rest = shapes[kind]!.rest ?? (count > slots.length ? "skipped" : undefined);
    // the list of the other children is there even if it is empty
    if (next === slots.length && rest !== undefined) text += `,"${rest}":[`;
    if (next === count) {
      text += rest === undefined ? "}" : "]}";
      open.pop();
    } else {
      if (next < slots.length) text += `,"${slots[next]}":`;
      else if (next > slots.length) text += ",";
      top.next++;
      enter(tree.child(ref, next));
    }
    if (text.length > PIECE) {
      yield text;
      text = "";
    }
  }
  yield text;
}

const PIECE = 1 << 16;

interface OpenNode {
  readonly ref: Ref;
  readonly kind: number;
  next: number;
}

function utf8(tree: Tree, ref: Ref): string {
  const { buffer, byteOffset } = tree.source;
  return Buffer.from(buffer, byteOffset + tree.start(ref), tree.end(ref) - tree.start(ref)).toString("utf8");
}
