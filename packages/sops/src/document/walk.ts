/** Going through all values and comments of a document, in the order in which they are authenticated. */

import { sopsError } from "../error.ts";
import { Branch, Comment, List, type Value } from "./tree.ts";
import { Unsupported } from "../yaml/resolve.ts";
import type { Content } from "./cipher.ts";
import type { Place } from "./selection.ts";

/** What becomes of a value, or of a comment. */
export interface Visitor {
  readonly value: (value: Exclude<Content, Comment>, place: Place) => Content;
  readonly comment: (comment: Comment, place: Place) => Comment | string;
}

export function walk(branch: Branch, visitor: Visitor): Branch {
  return walkBranch(branch, visitor, [], []);
}

type Outer = Place["comments"];

function walkBranch({ entries }: Branch, visitor: Visitor, keys: readonly string[], outer: Outer): Branch {
  let above: readonly string[] = [];
  const visited = entries.map((entry) => {
    if (entry instanceof Comment) {
      above = [...above, entry.text];
      const comment = visitor.comment(entry, { keys, comments: [...outer, above], isComment: true });
      return comment instanceof Comment ? comment : new Comment(comment);
    }
    const { key } = entry;
    const value = walkValue(entry.value, visitor, [...keys, key], [...outer, above]);
    above = [];
    if (value instanceof Comment) throw sopsError("sops-value-damaged", pathText([...keys, key]));
    return { key, value };
  });
  return new Branch(visited);
}

function walkList({ items }: List, visitor: Visitor, keys: readonly string[], outer: Outer): List {
  let above: readonly string[] = [];
  const visited = items.flatMap((item) => {
    if (item instanceof Comment) {
      above = [...above, item.text];
      const comment = visitor.comment(item, { keys, comments: [...outer, above], isComment: true });
      // an encrypted comment in a list is an item of it; an empty one would stay that when it is decrypted
      return comment === "" ? [] : [comment];
    }
    const value = walkValue(item, visitor, keys, [...outer, above]);
    above = [];
    return [value];
  });
  return new List(visited);
}

function walkValue(value: Value, visitor: Visitor, keys: readonly string[], comments: Outer): Value | Comment {
  if (value === null) return null;
  if (value instanceof Branch) return walkBranch(value, visitor, keys, comments);
  if (value instanceof List) return walkList(value, visitor, keys, comments);
  if (value instanceof Unsupported) throw sopsError("sops-value-kind", pathText(keys), value.what);
  return visitor.value(value, { keys, comments, isComment: false });
}

/** A place for people: `app.db.password`. Keys are no secrets. */
export function pathText(keys: readonly string[]): string {
  return keys.map((key) => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))).join(".");
}

/** A place as it is authenticated with the value. */
export function pathData(keys: readonly string[]): string {
  return `${keys.join(":")}:`;
}
