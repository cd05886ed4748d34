import { expect, test } from "vitest";
import { nearest } from "../../src/syntax/index.ts";

test.each([
  ["sohw", ["show", "diff"], "show"],
  ["dif", ["show", "diff"], "diff"],
  ["xyzw", ["show", "diff"], undefined],
  ["Show", ["shown", "show"], "show"],
  ["a", ["b", "A"], "A"],
  ["sho", ["shod", "shop"], "shod"],
])("%s", (name, known, found) => {
  expect(nearest(name, known)).toBe(found);
});
