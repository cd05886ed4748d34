import { expect, test } from "vitest";
import { evaluated } from "./support/evaluate.ts";

const NULL_SYMBOL = "\u00e2\u0090\u0080";

test.each([
  [
    `builtins.fromJSON ''{"b":[1,-0.5,null],"a":{"c":true},"a":"\\u00e9"}''`,
    '{ a = "\u00c3\u00a9"; b = [ 1 -0.5 null ]; }',
  ],
  [`builtins.fromJSON "9223372036854775807"`, "9223372036854775807"],
  [
    `builtins.fromJSON "9223372036854775808"`,
    "error: unsigned json number 9223372036854775808 outside of Nix integer range",
  ],
  [`builtins.fromJSON "18446744073709551616"`, "1.84467e+19"],
  [`builtins.fromJSON "[1.5,1.0,1e2,-0.0,-0]"`, "[ 1.5 1 100 -0 0 ]"],
  [
    `map builtins.typeOf (builtins.fromJSON "[1,1.0,1e2,0.50,0.99999999999999999999,99999999999999.5]")`,
    '[ "int" "float" "float" "float" "float" "float" ]',
  ],
  [
    `builtins.toJSON [ 0.5 1.125 3.0 1073741823.875 1073741824.5 0.1 ]`,
    '"[0.5,1.125,3.0,1073741823.875,1073741824.5,0.1]"',
  ],
  [
    `builtins.fromJSON ''{"a\\u0000b":1}''`,
    `error: input string 'a${NULL_SYMBOL}b' cannot be represented as Nix string because it contains null bytes`,
  ],
  [
    `builtins.fromJSON "[1,]"`,
    "error: [json.exception.parse_error.101] parse error at line 1, column 4: syntax error while parsing value - unexpected ']'; expected '[', '{', or a literal",
  ],
])("JSON is read strictly: %s", (expression, result) => {
  expect(evaluated(expression)).toBe(result);
});

test("JSON may be nested without an end", () => {
  const depth = 100_000;
  expect(evaluated(`builtins.typeOf (builtins.fromJSON "${"[".repeat(depth)}${"]".repeat(depth)}")`)).toBe('"list"');
  expect(evaluated(`builtins.fromJSON "${"[".repeat(depth)}"`)).toMatch(
    /^error: \[json\.exception\.parse_error\.101\]/,
  );
});

test("what is not UTF-8 cannot be JSON", () => {
  expect(evaluated('builtins.toJSON "ab\xffc"')).toBe(
    "error: JSON serialization error: [json.exception.type_error.316] invalid UTF-8 byte at index 2: 0xFF",
  );
});

test.each([
  [
    `builtins.fromTOML "a = 1\\n[b.c]\\nd = [ 'x', { y = 0x1F } ]"`,
    '{ a = 1; b = { c = { d = [ "x" { y = 31; } ]; }; }; }',
  ],
  [`builtins.fromTOML "[[a]]\\nb = 1\\n[[a]]\\n[a.c]"`, "{ a = [ { b = 1; } { c = { }; } ]; }"],
  [`builtins.fromTOML "a = nan\\nb = -nan\\nc = -inf"`, "{ a = nan; b = -nan; c = -inf; }"],
  [`builtins.fromTOML "a = 2000-01-01"`, "error: while parsing TOML: Dates and times are not supported"],
  [
    `builtins.fromTOML ''a = "x\\u0000"''`,
    `error: while parsing TOML: error: input string 'x${NULL_SYMBOL}' cannot be represented as Nix string because it contains null bytes`,
  ],
  [
    `builtins.fromTOML "a = 1\\na = 2"`,
    [
      "error: while parsing TOML: [error] toml::insert_value: failed to insert a value, value already exists",
      " --> fromTOML",
      "   |",
      " 2 | a = 2",
      "   | ^-- inserting this",
      "   | ...",
      "   |",
      " 1 | a = 1",
      "   |     ^-- but value already exists",
      "",
    ].join("\n"),
  ],
])("TOML is read as Nix reads it: %s", (expression, result) => {
  expect(evaluated(expression)).toBe(result);
});

test.each([
  ["1979-05-27 07:32:00Z", "1979-05-27T07:32:00Z"],
  ["1979-05-27t00:32:00.5000000001-07:00", "1979-05-27T00:32:00.500000000-07:00"],
  ["1979-05-27T00:00:00+00:00", "1979-05-27T00:00:00Z"],
  ["1979-05-27", "1979-05-27"],
  ["07:32:00.10", "07:32:00.10"],
])("the time %s is a value if the feature is enabled", (written, value) => {
  expect(evaluated(`builtins.fromTOML "a = ${written}"`, ["parse-toml-timestamps"])).toBe(
    `{ a = { _type = "timestamp"; value = "${value}"; }; }`,
  );
});

test("TOML that is nested too deeply is an error", () => {
  expect(evaluated(`builtins.fromTOML "a = ${"[".repeat(100_000)}"`)).toMatch(
    /^error: while parsing TOML: .* levels deep$/,
  );
});

test.each([
  ["0.0078125", "0.0078125", "0.007812"],
  ["1234565.0", "1.23456e+06", "1234565.000000"],
  ["1234575.0", "1.23458e+06", "1234575.000000"],
  ["100000.0", "100000", "100000.000000"],
  ["1.0e6", "1e+06", "1000000.000000"],
  ["999999.5", "1e+06", "999999.500000"],
  ["1.0e-5", "1e-05", "0.000010"],
  ["1.0e23", "1e+23", "99999999999999991611392.000000"],
  ["-1.0e-9", "-1e-09", "-0.000000"],
  ["-1.0 * 0.0", "-0", "-0.000000"],
  ["1.0e308 * 10", "inf", "inf"],
  ["(1.0e308 * 10) - (1.0e308 * 10)", "-nan", "-nan"],
])("the float %s is shown as %s and turned into the string %s", (float, shown, text) => {
  expect(evaluated(float)).toBe(shown);
  expect(evaluated(`toString (${float})`)).toBe(`"${text}"`);
});
