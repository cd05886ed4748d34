import { expect, it } from "vitest";
import { EMPTY_LIST, integer, list, listElement } from "../../src/eval/memory/heap.ts";
import { lasting } from "../../src/eval/memory/lasting.ts";

it("keeps no list that lies with the values that are given up", () => {
  expect(lasting(list([]))).toBe(EMPTY_LIST);
  const kept = lasting(list([integer(1), list([]), list([list([])])]));
  expect(listElement(kept, 1)).toBe(EMPTY_LIST);
  expect(listElement(listElement(kept, 2), 0)).toBe(EMPTY_LIST);
});
