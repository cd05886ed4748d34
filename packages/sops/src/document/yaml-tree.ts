/** From YAML nodes to SOPS' tree, with comments where SOPS puts them. */

import { sopsError } from "../error.ts";
import { Branch, Comment, type Entry, List, type Value } from "./tree.ts";
import type { Document, MappingNode, Node, ScalarNode, SequenceNode } from "../yaml/node.ts";
import { resolvePlain, resolveTagged } from "../yaml/resolve.ts";

/** How a scalar becomes a value. The metadata wants the texts as they are written. */
export type ScalarReader = (node: ScalarNode) => Value;

/** What an alias stands for is written out, so a small text can mean a large document. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 500;

/** Throws if a document is no set, or has a key that is no text. */
export function treeOfDocument({ head, foot, root }: Document): Branch {
  const reader = new Reader(scalarValue);
  const document = root.kind === "alias" ? root.target : root;
  if (document.kind === "mapping") {
    return new Branch([...comments(head), ...reader.entries(document, false), ...comments(foot)]);
  }
  if (document.kind === "scalar" && scalarValue(document) === null) {
    const { head: above, line, foot: below } = document;
    return new Branch([head, above, line, below, foot].flatMap(comments));
  }
  throw sopsError("sops-top-level");
}

/** A part of a document, such as the metadata, without its comments. */
export function treeOfNode(node: Node, scalar: ScalarReader): Value {
  return new Reader(scalar).value(node, true);
}

export function scalarValue({ tag, text, style }: ScalarNode): Value {
  if (tag !== "" && tag !== "!") return style === "plain" || tag === "!!binary" ? resolveTagged(tag, text) : text;
  return style === "plain" ? resolvePlain(text) : text;
}

/** A scalar as it is written, but for null. */
export function writtenText(node: ScalarNode): Value {
  return scalarValue(node) === null ? null : node.text;
}

class Reader {
  private readonly scalar: ScalarReader;
  private count = 0;
  private depth = 0;

  constructor(scalar: ScalarReader) {
    this.scalar = scalar;
  }

  value(node: Node, commentsTaken: boolean): Value {
    if (++this.count > MAX_NODES) throw sopsError("sops-too-large");
    if (++this.depth > MAX_DEPTH) throw sopsError("sops-too-deep");
    const value = this.valueOf(node, commentsTaken);
    this.depth--;
    return value;
  }

  private valueOf(node: Node, commentsTaken: boolean): Value {
    switch (node.kind) {
      case "scalar":
        return this.scalar(node);
      case "alias":
        return this.value(node.target, false);
      case "sequence":
        return this.list(node, commentsTaken);
      case "mapping":
        return new Branch([...this.entries(node, commentsTaken)]);
    }
  }

  *entries(node: MappingNode, commentsTaken: boolean): Iterable<Entry | Comment> {
    if (!commentsTaken) yield* [...comments(node.head), ...comments(node.line)];
    for (const { key, value } of node.entries) {
      const single = value.kind === "scalar" || value.kind === "alias";
      yield* [...comments(key.head), ...comments(key.line)];
      if (single) yield* [...comments(value.head), ...comments(value.line)];
      yield { key: keyText(key), value: this.value(value, single) };
      if (single) yield* comments(value.foot);
      yield* comments(key.foot);
    }
    if (!commentsTaken) yield* comments(node.foot);
  }

  private list(node: SequenceNode, commentsTaken: boolean): List {
    const items = node.items.flatMap((item) => [
      ...comments(item.head),
      ...comments(item.line),
      this.value(item, true),
      ...comments(item.foot),
    ]);
    if (commentsTaken) return new List(items);
    return new List([...comments(node.head), ...comments(node.line), ...items, ...comments(node.foot)]);
  }
}

function keyText(key: Node): string {
  const node = key.kind === "alias" ? key.target : key;
  const text = node.kind === "scalar" ? scalarValue(node) : undefined;
  if (typeof text !== "string") throw sopsError("sops-key", node.kind === "scalar" ? `'${node.text}'` : "a collection");
  return text;
}

function comments(text: string): readonly Comment[] {
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => new Comment(line.slice(1)));
}
