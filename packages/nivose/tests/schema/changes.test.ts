import { expect, test } from "vitest";
import { changeOf } from "../../src/schema/read/changes.ts";

const seen = (...pairs: readonly (readonly [given: unknown, made: unknown])[]) =>
  pairs.map(([given, made]) => ({ given, made: [made] as const }));

test("what becomes of values shows by which rule they are changed", () => {
  expect(changeOf(seen(["a", "a"], [1, 1]))).toBe("same");
  expect(changeOf(seen(["a", ["a"]]))).toBe("singleton");
  expect(changeOf(seen(["a", ["a"]], [["b"], ["b"]]))).toBe("list");
  expect(
    changeOf(
      seen([
        [30, 10, 30],
        [10, 30],
      ]),
    ),
  ).toBe("sorted");
  expect(changeOf(seen([17, "17"]))).toBe("text");
  expect(changeOf(seen([["a", "b"], { a: true, b: true }]))).toBe("keys");
  expect(changeOf(seen([["b", "a", "b"], "b, a, b"], [[], ""]))).toEqual(["joined", ", "]);
});

test("a rule that one value does not follow is none", () => {
  expect(changeOf(seen(["a", "a"], ["b", "c"]))).toBe("unknown");
  expect(changeOf([...seen(["a", "a"]), { given: "b", made: null }])).toBe("unknown");
  expect(changeOf([])).toBe("unknown");
});
