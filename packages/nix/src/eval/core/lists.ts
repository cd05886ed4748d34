/** Builtins about lists. What they return is 0 where something is to be said that the core cannot say. */

import { delayCall } from "../machine/applications.ts";
import { equalValues } from "../machine/compare.ts";
import { raiseExhausted } from "../memory/exhausted.ts";
import { raiseNotABoolean, raiseNotAList } from "../machine/raise.ts";
import {
  allocate,
  EMPTY_LIST,
  FALSE,
  type Handle,
  heap,
  HEAP_WORDS,
  INTEGER,
  LARGE_INTEGER_KIND,
  LARGEST_INLINE,
  LIST,
  number,
  TRUE,
} from "../memory/words.ts";
import { call, call2, forceFunction } from "./calls.ts";
import { force } from "./values.ts";

const NO_CODE = 0;

function forceList(handle: Handle): Handle {
  const value = force(handle);
  if ((value & 7) !== LIST) raiseNotAList(value, NO_CODE);
  return value;
}

function forceBoolean(handle: Handle): boolean {
  const value = force(handle);
  if (value !== TRUE && value !== FALSE) raiseNotABoolean(value, NO_CODE);
  return value === TRUE;
}

/** A list that has to be filled in, by its address. */
function newList(count: number): number {
  const address = allocate(count + 1);
  heap[address] = count;
  return address;
}

export function length(values: Handle): Handle {
  const count = heap[forceList(values) >>> 3]!;
  // a list may have more elements than a handle has room to count
  return count <= LARGEST_INLINE ? (count << 3) | INTEGER : number(LARGE_INTEGER_KIND, count, 0);
}

export function head(values: Handle): Handle {
  const list = forceList(values) >>> 3;
  return heap[list] === 0 ? 0 : force(heap[list + 1]!);
}

export function tail(values: Handle): Handle {
  const list = forceList(values) >>> 3;
  const count = heap[list]! - 1;
  if (count < 0) return 0;
  const rest = newList(count);
  heap.copyWithin(rest + 1, list + 2, list + 2 + count);
  return (rest << 3) | LIST;
}

export function elemAt(values: Handle, index: Handle): Handle {
  const value = force(index);
  if ((value & 7) !== INTEGER) return 0;
  const list = forceList(values) >>> 3;
  const at = value >> 3;
  return at >= 0 && at < heap[list]! ? force(heap[list + 1 + at]!) : 0;
}

export function map(callee: Handle, values: Handle): Handle {
  const value = forceList(values);
  const list = value >>> 3;
  const count = heap[list]!;
  if (count === 0) return value;
  forceFunction(callee);
  const result = newList(count);
  for (let index = 1; index <= count; index++) heap[result + index] = delayCall(callee, heap[list + index]!);
  return (result << 3) | LIST;
}

export function genList(callee: Handle, length: Handle): Handle {
  const value = force(length);
  if ((value & 7) !== INTEGER || value < 0) return 0;
  forceFunction(callee);
  const count = value >> 3;
  const result = newList(count);
  for (let index = 0; index < count; index++) heap[result + 1 + index] = delayCall(callee, (index << 3) | INTEGER);
  return (result << 3) | LIST;
}

export function filter(predicate: Handle, values: Handle): Handle {
  const value = forceList(values);
  const list = value >>> 3;
  const count = heap[list]!;
  if (count === 0) return value;
  forceFunction(predicate);
  // a list with room for all of them, of which the rest stays unused
  const result = newList(count);
  let kept = 0;
  for (let index = 1; index <= count; index++) {
    const element = heap[list + index]!;
    if (!forceBoolean(call(predicate, element))) continue;
    kept++;
    heap[result + kept] = element;
  }
  heap[result] = kept;
  return kept === count ? value : (result << 3) | LIST;
}

export function elem(wanted: Handle, values: Handle): Handle {
  const list = forceList(values) >>> 3;
  for (let index = 1; index <= heap[list]!; index++) {
    if (equalValues(wanted, heap[list + index]!, true)) return TRUE;
  }
  return FALSE;
}

/** Whether a predicate holds for some element, or for all: it stops where that is known. */
export function search(predicate: Handle, values: Handle, wanted: Handle): Handle {
  forceFunction(predicate);
  const list = forceList(values) >>> 3;
  for (let index = 1; index <= heap[list]!; index++) {
    if (forceBoolean(call(predicate, heap[list + index]!)) === (wanted === TRUE)) return wanted;
  }
  return wanted === TRUE ? FALSE : TRUE;
}

export function foldl(callee: Handle, start: Handle, values: Handle): Handle {
  forceFunction(callee);
  const list = forceList(values) >>> 3;
  let result = start;
  // Nix forces every result but the one that it starts from
  for (let index = 1; index <= heap[list]!; index++) result = call2(callee, result, heap[list + index]!);
  return force(result);
}

export function concatLists(lists: Handle): Handle {
  const list = forceList(lists) >>> 3;
  const count = heap[list]!;
  const parts = newList(count);
  for (let index = 1; index <= count; index++) heap[parts + index] = forceList(heap[list + index]!);
  return joined(parts);
}

export function concatMap(callee: Handle, values: Handle): Handle {
  forceFunction(callee);
  const list = forceList(values) >>> 3;
  const count = heap[list]!;
  const parts = newList(count);
  for (let index = 1; index <= count; index++) heap[parts + index] = forceList(call(callee, heap[list + index]!));
  return joined(parts);
}

/** All elements of a list of lists. */
function joined(parts: number): Handle {
  const count = heap[parts]!;
  let total = 0;
  let filled = 0;
  let last = EMPTY_LIST;
  for (let index = 1; index <= count; index++) {
    const part = heap[parts + index]!;
    const size = heap[part >>> 3]!;
    if (size === 0) continue;
    total += size;
    // one list many times over may have more elements than a word can count
    if (total > HEAP_WORDS) raiseExhausted();
    filled++;
    last = part;
  }
  if (filled <= 1) return last;
  const all = newList(total);
  let at = all + 1;
  for (let index = 1; index <= count; index++) {
    const part = heap[parts + index]! >>> 3;
    heap.copyWithin(at, part + 1, part + 1 + heap[part]!);
    at += heap[part]!;
  }
  return (all << 3) | LIST;
}
