import { expect, it } from "vitest";
import { beginGathering, gatherAttr, gatheredAttrs } from "../../src/eval/memory/gather.ts";
import { heapTop, integer, setHeapTop } from "../../src/eval/memory/heap.ts";
import { symbols } from "../../src/eval/memory/strings.ts";
import { attribute, shapeOfSet } from "../../src/eval/memory/values.ts";

it("keeps the names of more than four million attributes apart", () => {
  const top = heapTop();
  const [a, b] = [symbols.ofName("many-a"), symbols.ofName("many-b")];
  const gathering = beginGathering();
  for (let index = 0; index < 2 ** 22; index++) gatherAttr(a, integer(index));
  gatherAttr(b, integer(-1));
  const set = gatheredAttrs(gathering);
  expect(shapeOfSet(set).symbols).toHaveLength(2);
  expect([attribute(set, a), attribute(set, b)]).toEqual([integer(0), integer(-1)]);
  setHeapTop(top);
});
