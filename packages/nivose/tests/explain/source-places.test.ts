import { describe, expect, test } from "vitest";
import type { RawDefinition, RawProperty } from "../../src/explain/answer.ts";
import { matchPlaces, placesIn } from "../../src/explain/source-places.ts";

const on: RawProperty = { kind: "if", held: true };
const off: RawProperty = { kind: "if", held: false };

/** Each definition as the lines of its places and the conditions of the first; nothing if it is not clear. */
function match(source: string, definitions: readonly (readonly RawProperty[])[], isInside = false) {
  const raw = definitions.map((around): RawDefinition => ({ file: "m.nix", around }));
  return matchPlaces(Buffer.from(source), ["a", "b"], raw, isInside)?.map((places) => {
    const where = places.map(({ line, text }) => `${line}: ${text}`).join(" and ");
    const conditions = places[0]!.conditions.map(({ by, text }) => `${by} ${text}`);
    return conditions.length === 0 ? where : `${where} if ${conditions.join(", ")}`;
  });
}

describe("the place of each definition", () => {
  test.each<[string, string, (readonly RawProperty[])[], string[] | undefined]>([
    ["one", "{ a.b = 1; }", [[]], ["1: 1"]],
    ["in a list of parts", "{ a.b = mkMerge [ 1\n(mkIf c 2) ]; }", [[], [on]], ["1: 1", "2: 2 if mkIf c"]],
    [
      "around everything",
      "{ config = lib.mkIf x {\n a = mkIf y { b = mkForce 1; }; }; }",
      [[on, on]],
      ["2: 1 if mkIf x, mkIf y"],
    ],
    ["around the set that a module is", "mkIf x { a.b = 1; }", [[on]], ["1: 1 if mkIf x"]],
    [
      "all that is off at once",
      "{ config = mkMerge [ (mkIf x { a = mkMerge [ { b = 1; }\n{ b = 2; } ]; })\n{ a.b = 3; } ]; }",
      [[off], []],
      ["1: 1 and 2: 2 if mkIf x", "3: 3"],
    ],
    ["parts that are set one by one", "{ a.b.x = 1;\n a.b.y = 2; }", [[]], ["1: a.b.x = 1 and 2: a.b.y = 2"]],
    [
      "what may not be there and is not",
      "{ config = mkMerge [ (optionalAttrs x { a.b = 1; })\n{ a.b = 2; } ]; }",
      [[]],
      ["2: 2"],
    ],
    [
      "what may not be there and is",
      "{ config = mkMerge [ (optionalAttrs x { a.b = 1; })\n{ a.b = 2; } ]; }",
      [[], []],
      ["1: 1 if optionalAttrs x", "2: 2"],
    ],
    ["computed sets", "{ a = f 1; }", [[]], ["1: f 1"]],
    ["a condition that nobody sees", "{ a.b = f 1; }", [[on]], undefined],
    ["more definitions than places", "{ a.b = 1; }", [[], []], undefined],
    ["no module", "f { a.b = 1; }", [[]], undefined],
  ])("%s", (_, source, definitions, expected) => {
    expect(match(source, definitions)).toEqual(expected);
  });

  test("inside of an option, conditions around more than the part are gone", () => {
    expect(match("{ a = mkIf x { b = 1; }; }", [[]], true)).toEqual(["1: 1 if mkIf x"]);
    expect(match("{ a = mkIf x { b = 1; }; }", [[]], false)).toBeUndefined();
  });
});

test("all places of a file are those that set the option, a part of it, or what it is in", () => {
  const places = placesIn(Buffer.from("{ a.b = 1; a.c = 2; ${x}.b = 3; config.y = 4; }"), ["a", "b"]);
  expect(places.map(({ text }) => text)).toEqual([]);
  const short = placesIn(Buffer.from("{ a.b = 1; a.c = 2; ${x}.b = 3; a.b.c = 4; }"), ["a", "b"]);
  expect(short.map(({ text }) => text)).toEqual(["1", "3", "a.b.c = 4"]);
});
