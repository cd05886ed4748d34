/**
 * A stack of words for what builtins gather before they know how much it is: values that pass a filter, the attributes
 * of a set to be made. It costs no object, and nests: what is gathered while something else is being gathered lies on
 * top and is taken away first. An error leaves words behind, which whoever catches it takes away.
 */

import { enlarged } from "../../syntax/enlarged.ts";
import { ATTRS, ATTRS_HEADER, allocate, EMPTY_LIST, type Handle, heap, LIST } from "./heap.ts";
import { type AttrPositions, EACH_POSITION_HEADER, beginEachPosition, onePosition } from "./attr-positions.ts";
import { internShape } from "./shapes.ts";
import type { Symbol } from "../../syntax/symbols.ts";

let words = new Int32Array(1 << 14);
let top = 0;

/** Where gathering begins; to be handed to what ends it. */
export type Gathering = number;

export function beginGathering(): Gathering {
  return top;
}

export function forgetGathered(since: Gathering): void {
  top = since;
}

function reserve(count: number): void {
  if (top + count <= words.length) return;
  words = enlarged(words);
}

// ---- lists

export function gather(value: Handle): void {
  if (top === words.length) reserve(1);
  words[top++] = value;
}

export function gatheredCount(since: Gathering): number {
  return top - since;
}

/** The list of what was gathered. */
export function gatheredList(since: Gathering): Handle {
  const count = top - since;
  top = since;
  if (count === 0) return EMPTY_LIST;
  const address = allocate(count + 1);
  heap[address] = count;
  for (let index = 0; index < count; index++) heap[address + 1 + index] = words[since + index]!;
  return (address << 3) | LIST;
}

// ---- attribute sets

export function gatherAttr(symbol: Symbol, value: Handle, position = 0): void {
  if (top + 3 > words.length) reserve(3);
  words[top++] = symbol;
  words[top++] = value;
  words[top++] = position;
}

/** Below this many attributes, moving them one by one into their order is the fastest. */
const FEW = 24;
let symbolsInOrder = new Int32Array(64);

/** The names of the attributes that were gathered. */
export function gatheredNames(since: Gathering): Set<Symbol> {
  const names = new Set<Symbol>();
  for (let word = since; word < top; word += 3) names.add(words[word]!);
  return names;
}

/**
 * The set of the attributes that were gathered. Of several with one name, the first one counts. If it is a part of
 * another set, that one's positions are its own.
 */
export function gatheredAttrs(since: Gathering, positionsOfWhole?: AttrPositions): Handle {
  const gathered = (top - since) / 3;
  sort(since);
  if (symbolsInOrder.length < gathered) symbolsInOrder = new Int32Array(gathered * 2);
  let count = 0;
  let isOnePosition = true;
  for (let word = since; word < top; word += 3) {
    if (count > 0 && words[word] === symbolsInOrder[count - 1]) continue;
    symbolsInOrder[count] = words[word]!;
    const target = since + count * 3;
    words[target + 1] = words[word + 1]!;
    words[target + 2] = words[word + 2]!;
    if (words[target + 2] !== words[since + 2]) isOnePosition = false;
    count++;
  }
  const shape = internShape(symbolsInOrder, 0, count);
  let positions = 0;
  if (positionsOfWhole !== undefined || count === 0) positions = positionsOfWhole ?? 0;
  else if (isOnePosition) positions = onePosition(words[since + 2]!);
  else {
    positions = beginEachPosition(shape);
    for (let slot = 0; slot < count; slot++)
      heap[positions + EACH_POSITION_HEADER + slot] = words[since + slot * 3 + 2]!;
  }
  const address = allocate(count + ATTRS_HEADER);
  heap[address] = shape.id;
  heap[address + 1] = positions;
  for (let slot = 0; slot < count; slot++) heap[address + ATTRS_HEADER + slot] = words[since + slot * 3 + 1]!;
  top = since;
  return (address << 3) | ATTRS;
}

/**
 * The set of the attributes that were gathered, in which all those of one name are a list, in the order in which they came.
 * `valueOf` says what the value for a list is, and evaluates nothing.
 */
export function gatheredGroups(since: Gathering, valueOf: (symbol: Symbol, list: Handle) => Handle): Handle {
  const end = top;
  sort(since);
  let count = since;
  for (let first = since, next = since; first < end; first = next) {
    const symbol = words[first]!;
    for (next = first + 3; next < end && words[next] === symbol;) next += 3;
    const address = allocate((next - first) / 3 + 1);
    heap[address] = (next - first) / 3;
    for (let word = first, place = address + 1; word < next; word += 3) heap[place++] = words[word + 1]!;
    words[count] = symbol;
    words[count + 1] = valueOf(symbol, (address << 3) | LIST);
    words[count + 2] = 0;
    count += 3;
  }
  top = count;
  return gatheredAttrs(since);
}

function sort(since: Gathering): void {
  const gathered = (top - since) / 3;
  if (gathered > FEW) sortMany(since, gathered);
  else sortFew(since, top);
}

function sortFew(start: number, end: number): void {
  for (let word = start + 3; word < end; word += 3) {
    const symbol = words[word]!;
    if (words[word - 3]! <= symbol) continue;
    const value = words[word + 1]!;
    const position = words[word + 2]!;
    let place = word;
    for (; place > start && words[place - 3]! > symbol; place -= 3) {
      words[place] = words[place - 3]!;
      words[place + 1] = words[place - 2]!;
      words[place + 2] = words[place - 1]!;
    }
    words[place] = symbol;
    words[place + 1] = value;
    words[place + 2] = position;
  }
}

function sortMany(start: number, count: number): void {
  const keys = new Float64Array(count);
  // the number of the attribute below the symbol keeps those of one name in order; both together have 53 bits
  const room = 2 ** Math.ceil(Math.log2(count));
  for (let index = 0; index < count; index++) keys[index] = words[start + index * 3]! * room + index;
  keys.sort();
  const sorted = new Int32Array(count * 3);
  for (let index = 0; index < count; index++) {
    const from = start + (keys[index]! % room) * 3;
    sorted[index * 3] = words[from]!;
    sorted[index * 3 + 1] = words[from + 1]!;
    sorted[index * 3 + 2] = words[from + 2]!;
  }
  words.set(sorted, start);
}
