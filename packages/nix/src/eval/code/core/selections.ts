/** `a.b`, `a.b or c`, `a ? b` */

import { heap } from "../../../syntax/memory.ts";
import * as Op from "../code.ts";
import { expression } from "./expressions.ts";
import { put, putName, record, record2, wait, waiting } from "./records.ts";
import { PENDING_COUNT } from "./state.ts";
import { childAt, childCount, nameOfAttribute } from "./tree.ts";

export function select(subject: number, name: number, ref: number): number {
  const address = record(Op.SELECT, 4, ref);
  putName(address + 1, name);
  put(address + 2, -1);
  put(address + 3, 0);
  put(address + 4, subject - address);
  return address;
}

export function selection(ref: number): number {
  const path = childAt(ref, 1);
  const fallback = childAt(ref, 2);
  let subject = expression(childAt(ref, 0));
  if (fallback !== 0) return namesRecord(Op.SELECT_OR, ref, expression(fallback), subject, path);
  for (let index = 0, count = childCount(path); index < count; index++) {
    const part = childAt(path, index);
    const name = nameOfAttribute(part);
    subject = name >= 0 ? select(subject, name, ref) : record2(Op.SELECT_COMPUTED, ref, expression(part), subject);
  }
  return subject;
}

export function hasAttr(ref: number): number {
  return namesRecord(Op.HAS, ref, -1, expression(childAt(ref, 0)), childAt(ref, 1));
}

/** A record of one or two children, and the names of a path, each a name or computed. */
function namesRecord(op: number, ref: number, fallback: number, subject: number, path: number): number {
  const count = childCount(path);
  const from = heap[PENDING_COUNT]!;
  for (let index = 0; index < count; index++) {
    const part = childAt(path, index);
    wait(nameOfAttribute(part) >= 0 ? 0 : expression(part));
  }
  const address = record(op, (fallback < 0 ? 2 : 3) + count * 2, ref);
  let word = address + 1;
  if (fallback >= 0) put(word++, fallback - address);
  put(word++, subject - address);
  put(word++, count);
  for (let index = 0; index < count; index++) {
    const name = nameOfAttribute(childAt(path, index));
    putName(word++, name);
    put(word++, name >= 0 ? 0 : waiting(from + index) - address);
  }
  heap[PENDING_COUNT] = from;
  return address;
}
