/** Values as paths. */

import { canonicalPath, coerce, Gathered } from "../machine/coerce.ts";
import { ATTRS, ATTRS_HEADER, type Handle, heap, PATH } from "../memory/heap.ts";
import { call, fail, force } from "../machine/machine.ts";
import { realiseContext } from "./realise.ts";
import { shapeOf, slotOf } from "../memory/shapes.ts";
import { type ContextId, pathOf, symbols } from "../memory/strings.ts";

const TO_STRING = symbols.ofName("__toString");

export interface PathWithContext {
  readonly path: string;
  readonly context: ContextId;
}

/** An absolute path, and what it refers to in the store. */
export function coercePathWithContext(handle: Handle): PathWithContext {
  const value = force(handle);
  if ((value & 7) === PATH) return { path: pathOf(value), context: 0 };
  if ((value & 7) === ATTRS) {
    const slot = slotOf(shapeOf(heap[value >>> 3]!), TO_STRING);
    if (slot >= 0) return coercePathWithContext(call(heap[(value >>> 3) + ATTRS_HEADER + slot]!, value));
  }
  const into = new Gathered();
  const text = coerce(value, into, { more: false, copy: false });
  if (!text.startsWith("/")) throw fail("eval", `string '${text}' doesn't represent an absolute path`);
  return { path: canonicalPath(text), context: into.context };
}

/** An absolute path that is about to be read: what it refers to is built first. */
export function coercePath(handle: Handle): string {
  const { path, context } = coercePathWithContext(handle);
  return realiseContext(path, context);
}
