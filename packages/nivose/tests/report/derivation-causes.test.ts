/** What differs between two derivations, as it is shown. */

import { expect, test } from "vitest";
import { causesAsText } from "../../src/report/derivation-causes.ts";
import { plain } from "../../src/report/style.ts";

test.each([
  ["a ", "a", ["- a·", "+ a"]],
  ["", "a", ["-", "+ a"]],
  [
    "one\ntwo\t",
    "one\ntwo",
    ["  one", "- two→", "  (no line break behind it)", "+ two", "  (no line break behind it)"],
  ],
  ["one\n", "one", ["- one", "+ one", "  (no line break behind it)"]],
  ["a b c d e", "a b c d f", ["- e", "+ f"]],
  ["a b c d e", "a b c d  e", ["- a b c d e", "+ a b c d  e"]],
])("%j and %j", async (a, b, shown) => {
  const cause = { way: [], differences: [{ kind: "variable", name: "x", a, b }] } as const;
  const text = await causesAsText([cause], { width: 80, sourceWidth: 80, style: plain });
  expect(text.split("\n").slice(2, -1)).toEqual(shown.map((line) => `    ${line}`.trimEnd()));
});
