/** The parts of sets and lists together with the comments that YAML writes with them. */

import { Branch, Comment, List, type Value } from "./tree.ts";

/** A part, and the comments above it. */
export interface Part<Item> {
  readonly item: Item;
  readonly head: string;
}

/** The parts of a collection, and the comments behind the last one. What stands at the top is the head of the whole. */
export function partsOf<Item>(items: readonly (Item | Comment)[]): {
  readonly parts: readonly Part<Item>[];
  readonly foot: string;
} {
  const parts: Part<Item>[] = [];
  let comments: Comment[] = [];
  for (const item of items) {
    if (item instanceof Comment) comments.push(item);
    else {
      parts.push({ item, head: parts.length === 0 ? "" : commentText(comments) });
      comments = [];
    }
  }
  return { parts, foot: parts.length === 0 ? "" : commentText(comments) };
}

/** The comments at the top of a set or list. */
export function headOf(value: Value): string {
  if (!(value instanceof Branch || value instanceof List)) return "";
  const items: readonly unknown[] = value instanceof Branch ? value.entries : value.items;
  const end = items.findIndex((item) => !(item instanceof Comment));
  return commentText(items.slice(0, end === -1 ? items.length : end).filter((item) => item instanceof Comment));
}

export function joined(one: string, other: string): string {
  return one === "" || other === "" ? one + other : `${one}\n${other}`;
}

function commentText(comments: readonly Comment[]): string {
  return comments.map(({ text }) => `#${text}`).join("\n");
}
