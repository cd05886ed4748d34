/** What lists and calls do where words, or the room for them, end. */

import { expect, it } from "vitest";
import { builtinValue } from "../../src/eval/machine/builtin.ts";
import { call, call2, markMachine, unwind } from "../../src/eval/machine/machine.ts";
import {
  bigIntegerValue,
  EMPTY_LIST,
  FRAME_TOP,
  type Handle,
  heap,
  HeapExhausted,
  integer,
  LAST_FRAME,
  list,
  TOP,
} from "../../src/eval/memory/heap.ts";
import { listBuiltins } from "../../src/builtins/lists.ts";

const builtin = (name: string): Handle => builtinValue(listBuiltins.find((each) => each.name === name)!);

const MANY = 300_000_000;

it("counts and finds elements beyond what a handle can count", () => {
  // of which nothing but its length and one element is touched
  const many = list([]);
  const address = many >>> 3;
  heap[address] = MANY;
  heap[address + MANY] = integer(7);
  expect(bigIntegerValue(call(builtin("length"), many))).toBe(BigInt(MANY));
  expect(call2(builtin("elemAt"), many, integer(MANY - 1))).toBe(integer(7));
  heap[address] = 0;
  heap[address + MANY] = 0;
});

it("makes no list of more elements than a word can count", () => {
  const part = list(Array.from({ length: 2 ** 16 }, () => EMPTY_LIST));
  const top = heap[TOP]!;
  // 2³² + 2¹⁶ elements, which would be 2¹⁶ as a word
  const parts = list(Array.from({ length: 2 ** 16 + 1 }, () => part));
  const mark = markMachine();
  expect(() => call(builtin("concatLists"), parts)).toThrow(HeapExhausted);
  unwind(mark);
  expect(heap[TOP]! - top).toBeLessThan(2 ** 18);
});

it.each([
  ["one argument", () => call(builtin("length"), EMPTY_LIST)],
  ["two arguments", () => call2(builtin("map"), EMPTY_LIST, EMPTY_LIST)],
])("keeps a call with %s within the room for what is under way", (_, called) => {
  const mark = markMachine();
  heap[FRAME_TOP] = LAST_FRAME;
  expect(called).toThrow("stack overflow; max-call-depth exceeded");
  heap[FRAME_TOP] = mark.frameTop;
  unwind(mark);
});
