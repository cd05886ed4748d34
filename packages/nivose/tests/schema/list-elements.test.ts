import { expect, test } from "vitest";
import { elementsWritten } from "../../src/schema/list-elements.ts";

test.each<[string, number, string[] | undefined]>([
  ["[ a 1 (f x) ]", 3, ["a", "1", "(f x)"]],
  ["with pkgs; [ git ] ++ ([ vim ])", 2, ["git", "vim"]],
  ["[ a ] ++ lib.optionals c [ b d ]", 3, ["a", "b", "d"]],
  ["[ a ] ++ lib.optionals c [ b d ] ++ optional e f", 1, ["a"]],
  ["[ a ] ++ lib.optionals c [ b d ] ++ optional e f", 3, undefined],
  ["[ a ] ++ others", 2, undefined],
  ["[ a ]", 2, undefined],
  ["map f [ a ]", 1, undefined],
])("%s with %i elements", (text, count, expected) => {
  expect(elementsWritten(Buffer.from(text), count)?.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
