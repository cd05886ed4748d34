/**
 * Calls that wait until somebody asks for their result, such as the elements of `map f list`. A thunk needs code and an
 * environment: the code is a small fixed record, and the environment holds the function and its arguments.
 */

import * as Op from "../code/code.ts";
import {
  allocate,
  allocateCode,
  APPLY_ONE,
  APPLY_TWO,
  type Code,
  type Handle,
  heap,
  RECORDED_SLOTS,
  SLOT_RECORDS,
  thunk,
} from "../memory/heap.ts";

/** Code that applies the first value of its environment to the `count` values behind it. */
function applyRecord(count: number): Code {
  const locals: Code[] = [];
  for (let slot = 0; slot <= count; slot++) {
    const local = allocate(2);
    heap[local] = Op.LOCAL;
    heap[local + 1] = slot;
    locals.push(local);
  }
  const apply = allocate(count + 3);
  heap[apply] = Op.APPLY;
  heap[apply + 1] = count;
  locals.forEach((local, index) => (heap[apply + 2 + index] = local - apply));
  return apply;
}

heap[APPLY_ONE] = applyRecord(1);
heap[APPLY_TWO] = applyRecord(2);

export function delayCall(callee: Handle, argument: Handle): Handle {
  const environment = allocate(3);
  heap[environment + 1] = callee;
  heap[environment + 2] = argument;
  return thunk(heap[APPLY_ONE]!, environment);
}

export function delayCall2(callee: Handle, first: Handle, second: Handle): Handle {
  const environment = allocate(4);
  heap[environment + 1] = callee;
  heap[environment + 2] = first;
  heap[environment + 3] = second;
  return thunk(heap[APPLY_TWO]!, environment);
}

// ---- calls for all attributes of a set

/** More records of slots. They lie with the code, which no evaluation gives up, and those that are in use stay where they are. */
export function recordSlots(least: number): void {
  const count = Math.max(least, Math.max(heap[RECORDED_SLOTS]! * 2, 256));
  const records = allocateCode(count * 2);
  for (let slot = 0; slot < count; slot++) {
    heap[records + slot * 2] = Op.MAPPED_ATTR;
    heap[records + slot * 2 + 1] = slot;
  }
  heap[SLOT_RECORDS] = records;
  heap[RECORDED_SLOTS] = count;
}
