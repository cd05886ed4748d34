/** What of an explanation is told to people, and what only counted. */

import { expect, test } from "vitest";
import type { RawDefinition } from "../../src/explain/answer.ts";
import { explain } from "../../src/explain/explanation.ts";
import { tell } from "../../src/explain/tell.ts";
import { plain } from "../../src/report/style.ts";

function told(foreign: number): string {
  const files = ["own.nix", ...Array.from({ length: foreign }, (_, index) => `nixpkgs/${index}.nix`)];
  const definitions = files.map((file, number): RawDefinition => ({ file, number, around: [], value: '"x"' }));
  const explanation = explain(
    ["a"],
    { kind: "option", at: ["a"], value: '"x"', works: true, facts: null, outcome: null, evaluations: 1, definitions },
    (file) => ({ name: file, isOwn: file === "own.nix", isFolder: false }),
  );
  return tell(explanation, "luna", plain).join("\n");
}

test("a few definitions of others are told", () => {
  expect(told(5)).toContain("nixpkgs/4.nix");
  expect(told(5)).not.toContain("more in modules");
});

test("many of them are counted, and those of the fleet are told", () => {
  expect(told(6)).toContain("own.nix");
  expect(told(6)).not.toContain("nixpkgs/");
  expect(told(6)).toContain("counts: 6 more in modules that are not of this fleet; --json has them");
});
