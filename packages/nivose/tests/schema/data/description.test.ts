/** Descriptions of types, as nixpkgs composes them, and what they say. */

import { describe, expect, test } from "vitest";
import { describe as described } from "../../../src/schema/data/describe.ts";
import { typeOfDescription } from "../../../src/schema/data/description.ts";
import type { TypeTerm } from "../../../src/schema/data/option-set.ts";

const known: readonly (readonly [string, TypeTerm])[] = [
  ["boolean", "bool"],
  ["null or string", ["nullOr", "str"]],
  ["list of string", ["listOf", "str"]],
  ["attribute set of (attribute set)", ["attrsOf", "attrs"]],
  ["lazy attribute set of unspecified value", ["lazyAttrsOf", "unspecified"]],
  ["attribute set of list of string", ["attrsOf", ["listOf", "str"]]],
  ["null or (list of string)", ["nullOr", ["listOf", "str"]]],
  ["string or list of string", ["either", "str", ["listOf", "str"]]],
  ["(list of string) or string", ["either", ["listOf", "str"], "str"]],
  ["non-empty (list of string)", ["nonEmptyListOf", "str"]],
  ["boolean or signed integer or string", ["either", ["either", "bool", "int"], "str"]],
  ["null or signed integer or string", ["nullOr", ["either", "int", "str"]]],
  ["16 bit unsigned integer; between 0 and 65535 (both inclusive)", "u16"],
  ['unsigned integer, meaning >=0, or value "auto" (singular enum)', ["either", "unsigned", ["enum", ["auto"]]]],
  ["integer between -20 and 19 (both inclusive)", ["between", -20, 19]],
  ["integer or floating point number between 0.1 and 1 (both inclusive)", ["numberBetween", 0.1, 1]],
  ['null or one of "yes", "no"', ["nullOr", ["enum", ["yes", "no"]]]],
  ['one of true, false, "invite_only"', ["enum", [true, false, "invite_only"]]],
  ['one of <null>, 1, "a "quoted" one"', ["enum", [null, 1, 'a "quoted" one']]],
  ['one of "a", "b" or list of string', ["either", ["enum", ["a", "b"]], ["listOf", "str"]]],
  ['strings concatenated with "\\n"', "lines"],
  ['strings concatenated with " "', ["separated", " "]],
  ["string matching the pattern [a-z]+ or [A-Z]+", ["matching", "[a-z]+ or [A-Z]+"]],
  ["list of string matching the pattern (a|b)*", ["listOf", ["matching", "(a|b)*"]]],
  ["(list of string) or string convertible to it", ["coercedTo", "str", ["listOf", "str"]]],
  ["null or ((list of string) or string convertible to it)", ["nullOr", ["coercedTo", "str", ["listOf", "str"]]]],
  ["function that evaluates to a(n) list of package", ["functionTo", ["listOf", "package"]]],
  ["null or (string, not containing newlines or colons)", ["nullOr", ["passwdEntry", "str"]]],
  ["attribute set of (submodule)", ["attrsOf", "submodule"]],
  ["attribute set of (systemd option)", ["attrsOf", "systemdOption"]],
  ["null or (YAML value)", ["nullOr", "yaml"]],
];

describe("a description", () => {
  test.each(known)("%s", (description, term) => {
    expect(typeOfDescription(description)).toEqual(term);
  });

  test("that is not understood as a whole accepts everything where it is not", () => {
    expect(typeOfDescription("list of ibus-engine")).toEqual(["listOf", ["unknown", "ibus-engine"]]);
    expect(typeOfDescription("string or (raw elixir)")).toEqual(["either", "str", ["unknown", "raw elixir"]]);
    expect(typeOfDescription("Go duration (https://golang.org/pkg/time)")).toEqual([
      "unknown",
      "Go duration (https://golang.org/pkg/time)",
    ]);
    expect(typeOfDescription("string (with check: non-empty)")).toEqual([
      "checked",
      "str",
      "string (with check: non-empty)",
    ]);
  });
});

// of open types and of unions by name, parentheses depend on what the description does not tell
const ambiguous = new Set(["null or (YAML value)"]);

test.each(known.filter(([description]) => !ambiguous.has(description)))(
  "a term is described as %s",
  (description, term) => {
    expect(described(term)).toBe(description);
  },
);
