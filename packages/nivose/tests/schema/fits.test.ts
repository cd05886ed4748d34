/** Values that are held against options as data. */

import { describe, expect, test } from "vitest";
import type { Json, OptionSet } from "../../src/schema/data/option-set.ts";
import { unfit } from "../../src/schema/fits.ts";

const options: OptionSet = {
  enable: ["bool"],
  name: ["str"],
  port: ["u16"],
  hosts: [["listOf", "str"]],
  kind: [["enum", ["one", "two"]]],
  maybe: [["nullOr", "int"]],
  either: [["either", "int", ["listOf", "int"]]],
  settings: [["submodule", { level: ["int"] }, ["attrsOf", "str"]]],
  people: [["attrsOf", ["submodule", { age: ["int"] }]]],
  old: ["raw", { hidden: true }],
  odd: [["unknown", "something"]],
};

const found = (path: string, value: Json) => unfit(options, path.split("."), value);

describe("a value", () => {
  test.each<[string, Json]>([
    ["enable", true],
    ["name", "x"],
    ["port", 80],
    ["hosts", ["a"]],
    ["kind", "two"],
    ["maybe", null],
    ["maybe", 3],
    ["either", 3],
    ["either", [3]],
    ["settings.level", 3],
    ["settings.other", "x"],
    ["settings", { level: 3, other: "x" }],
    ["people.ada.age", 36],
    ["people", { ada: { age: 36 } }],
    ["old", 3],
    ["odd.within", 3],
  ])("of %s fits: %j", (path, value) => {
    expect(found(path, value)).toBeUndefined();
  });

  test.each<[string, Json, string]>([
    ["enable", "yes", "enable boolean"],
    ["enable.x", true, "enable boolean"],
    ["port", 70_000, "port 16 bit unsigned integer; between 0 and 65535 (both inclusive)"],
    ["hosts", "a", "hosts list of string"],
    ["kind", "three", 'kind one of "one", "two"'],
    ["settings.level", "x", "settings.level signed integer"],
    ["settings.other", 3, "settings.other string"],
    ["people.ada.age", "x", "people.ada.age signed integer"],
  ])("of %s does not fit: %j", (path, value, told) => {
    const unfitting = found(path, value);
    expect(unfitting?.kind === "type" ? `${unfitting.path.join(".")} ${unfitting.type}` : undefined).toBe(told);
  });

  test("of an option that is not there is told with those that are", () => {
    expect(found("people.ada.agee", 3)).toEqual({ kind: "unknown", path: ["people", "ada", "agee"], names: ["age"] });
    const names = Object.keys(options).filter((name) => name !== "old");
    expect(found("prot", 3)).toEqual({ kind: "unknown", path: ["prot"], names });
  });
});
