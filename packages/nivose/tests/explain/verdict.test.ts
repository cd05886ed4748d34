import { describe, expect, test } from "vitest";
import type { Outcome, RawDefinition, RawProperty } from "../../src/explain/answer.ts";
import { judge } from "../../src/explain/verdict.ts";

const on: RawProperty = { kind: "if", held: true };
const off: RawProperty = { kind: "if", held: false };
const failing: RawProperty = { kind: "if", held: false, error: "no" };
const override = (priority: number): RawProperty => ({ kind: "override", priority });
const order = (priority: number): RawProperty => ({ kind: "order", priority });

function fates(definitions: readonly (readonly RawProperty[])[], outcome: Outcome | null = null): string[] {
  const raw = definitions.map((around, index): RawDefinition => ({ file: `${index}.nix`, around }));
  const { definitions: judged, agrees } = judge({ definitions: raw, outcome })!;
  return [...judged.map(({ raw: { file }, fate }) => `${file} ${fate.kind}`), ...(agrees ? [] : ["disagrees"])];
}

describe("what becomes of definitions", () => {
  test.each<[string, (readonly RawProperty[])[], string[]]>([
    ["all of them count", [[], []], ["0.nix wins", "1.nix wins"]],
    [
      "the smallest priority counts",
      [[override(1000)], [], [override(50)]],
      ["2.nix wins", "1.nix loses", "0.nix loses"],
    ],
    ["what is off is nothing", [[off, override(50)], [on]], ["1.nix wins", "0.nix off"]],
    [
      "they are sorted",
      [[], [order(1500)], [order(500)], []],
      ["2.nix wins", "0.nix wins", "3.nix wins", "1.nix wins"],
    ],
    ["order inside of a priority", [[override(50), order(1500)], [override(50)]], ["1.nix wins", "0.nix wins"]],
    ["a priority inside of an order is not seen", [[order(500), override(50)], []], ["0.nix wins", "1.nix wins"]],
    [
      "a condition that fails leaves all open",
      [[override(50), failing], [], [off]],
      ["1.nix open", "0.nix fails", "2.nix off"],
    ],
  ])("%s", (_, definitions, expected) => {
    expect(fates(definitions)).toEqual(expected);
  });

  test("the module system may say otherwise", () => {
    const winners = [{ file: "1.nix", value: "1" }];
    expect(fates([[], []], { isDefined: true, priority: 100, winners })).toContain("disagrees");
    expect(fates([[off], []], { isDefined: true, priority: 100, winners })).not.toContain("disagrees");
    expect(fates([[off], []], { isDefined: true, priority: 50, winners })).toContain("disagrees");
  });

  test("nothing is known if the work was not seen", () => {
    expect(judge({ definitions: null, outcome: null })).toBeUndefined();
  });
});
