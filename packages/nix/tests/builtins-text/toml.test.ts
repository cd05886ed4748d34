import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { floatToJson } from "../../src/builtins/text/floats.ts";
import { readToml } from "../../src/builtins/text/toml/index.ts";
import { tomlText } from "./support/generated.ts";
import { tomlTimestamp, tomlValue, type Plain } from "./support/plain-values.ts";

const lines = (...parts: readonly string[]): string => parts.map((part) => `${part}\n`).join("");

describe("reading TOML", () => {
  test.each<[what: string, text: string, value: Plain]>([
    ["takes nothing for an empty table", "", {}],
    ["takes comments alone", "# one\n\n  # two", {}],
    ["passes over a byte order mark", "\xef\xbb\xbfa = 1", { a: 1 }],
    ["knows integers of four bases", "a = [+1_000, 0xdead_BEEF, 0o17, 0b1_01]", { a: [1000, 0xdeadbeef, 15, 5] }],
    [
      "keeps integers of 64 bits",
      "a = [9223372036854775807, -9223372036854775808]",
      { a: [9223372036854775807n, -9223372036854775808n] },
    ],
    ["knows floats", "a = [1.5, -2e3, 1_0.0_1e-1, 0.0]", { a: [1.5, -2000, 1.001, 0] }],
    ["knows infinities", "a = [inf, +inf, -inf]", { a: [Infinity, Infinity, -Infinity] }],
    ["knows booleans", "a = [true, false]", { a: [true, false] }],
    ["reads escapes", 'a = "\\b\\t\\n\\f\\r\\"\\\\\\u00e9\\U0001F600"', { a: '\b\t\n\f\r"\\\xc3\xa9\xf0\x9f\x98\x80' }],
    ["leaves backslashes in literal strings", "a = '\\n'", { a: "\\n" }],
    ["drops the first newline of a long string", 'a = """\nb\n"""', { a: "b\n" }],
    ["joins lines behind a backslash", 'a = """b\\  \n\n   c"""', { a: "bc" }],
    ["takes quotes at the end of a long string", `a = """b"""""\nc = '''d'''''`, { a: 'b""', c: "d''" }],
    ["knows quoted and dotted keys", `a."b.c".'d' = 1\na . e = 2`, { a: { "b.c": { d: 1 }, e: 2 } }],
    ["knows bare keys of digits", "3.14 = 1", { 3: { 14: 1 } }],
    ["lets arrays span lines", "a = [ # one\n  1,\n  2, # two\n]", { a: [1, 2] }],
    ["mixes types in arrays", 'a = [1, "b", [2.5], { c = 3 }]', { a: [1, "b", [2.5], { c: 3 }] }],
    ["knows inline tables", "a = { b = 1, c.d = 2 }\ne = {}", { a: { b: 1, c: { d: 2 } }, e: {} }],
    ["opens tables", "[a]\nb = 1\n[a.c]\nd = 2", { a: { b: 1, c: { d: 2 } } }],
    ["opens a table after its subtable", "[a.b]\nc = 1\n[a]\nd = 2", { a: { b: { c: 1 }, d: 2 } }],
    ["appends to arrays of tables", "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2", { a: [{ b: 1 }, { c: { d: 2 } }] }],
    ["takes carriage returns before line feeds", "a = 1\r\nb = 2\r\n", { a: 1, b: 2 }],
    ["lets a header follow a value on its line", "a = 1 [b]\nc = 2", { a: 1, b: { c: 2 } }],
  ])("%s", (_, text, value) => {
    deepStrictEqual(tomlValue(text), { value });
  });

  test("tells the sign of what is no number", () => {
    const signs: boolean[] = [];
    const ignore = (): void => undefined;
    const builder = { boolean: ignore, integer: ignore, string: ignore, list: ignore, attributes: ignore };
    const result = readToml("a = [nan, +nan, -nan]", {
      ...builder,
      float: (value, isNegative) => {
        ok(Number.isNaN(value));
        signs.push(isNegative);
      },
    });
    ok(result.ok);
    deepStrictEqual(signs, [false, false, true]);
  });
});

describe("dates and times", () => {
  test("are refused, unless they are asked for", () => {
    deepStrictEqual(tomlValue("a = 1979-05-27"), { error: "while parsing TOML: Dates and times are not supported" });
  });

  test.each<[written: string, text: string | undefined]>([
    ["1979-05-27", "1979-05-27"],
    ["1979-05-27T07:32:00Z", "1979-05-27T07:32:00Z"],
    ["1979-05-27 07:32:00.10z", "1979-05-27 07:32:00.10Z"],
    ["1979-05-27t00:00:00-07:30", "1979-05-27t00:00:00-07:30"],
    ["1979-05-27T00:00:00+00:00", "1979-05-27T00:00:00Z"],
    ["1979-05-27T00:00:00-00:60", "1979-05-27T00:00:00-01:00"],
    ["07:32:60.123456789123", "07:32:60.123456789"],
    ["2000-02-29", "2000-02-29"],
    ["1900-02-29", undefined],
    ["1979-13-01", undefined],
    ["24:00:00", undefined],
    ["1979-05-27T00:00:00+25:00", undefined],
  ])("%s", (written, text) => {
    strictEqual(tomlTimestamp(`a = ${written}`), text);
  });
});

describe("a problem is shown as Nix shows it:", () => {
  test.each<[what: string, text: string, shown: string]>([
    [
      "a missing value",
      "a = ",
      lines("[error] bad format: unknown value appeared", " --> fromTOML", "   |", " 1 | a = ", "   |     ^-- here"),
    ],
    [
      "a key that is there already",
      "a = 1\na = 2",
      lines(
        "[error] toml::insert_value: failed to insert a value, value already exists",
        " --> fromTOML",
        "   |",
        " 2 | a = 2",
        "   | ^-- inserting this",
        "   | ...",
        "   |",
        " 1 | a = 1",
        "   |     ^-- but value already exists",
      ),
    ],
    [
      "advice, and bytes that are not visible",
      "\ta = 01\n",
      lines(
        "[error] bad integer: invalid digit after an integer",
        " --> fromTOML",
        "   |",
        " 1 | 0x09(TAB)a = 01",
        "   |       ^-- this digit is not allowed",
        "Hint: valid  : -42, 1_000, 1_2_3_4_5, 0xC0FFEE, 0b0010, 0o755",
        "Hint: invalid: _42, 1__000, 0123",
      ),
    ],
    [
      "several problems, one after the other",
      "a = 1..0\n[b]\nc\n",
      lines(
        "[error] bad float: invalid format",
        " --> fromTOML",
        "   |",
        " 1 | a = 1..0",
        "   |      ^-- here",
        "Hint: valid  : +1.0, -2e-2, 3.141_592_653_589, inf, nan",
        "Hint: invalid: .0, 1., _1.0, 1.0_, 1_.0, 1.0__0",
        "[error] toml::parse_key_value_pair: invalid key value separator `=`",
        " --> fromTOML",
        "   |",
        " 3 | c",
        "   |  ^-- expected =",
      ),
    ],
    [
      "a long line cut off on both sides",
      `${"a".repeat(40)} ${"b".repeat(40)} = 1`,
      lines(
        "[error] toml::parse_key_value_pair: invalid key value separator `=`",
        " --> fromTOML",
        "   |",
        ` 1 | ... ${"a".repeat(29)} ${"b".repeat(30)} ...`,
        `   | ${" ".repeat(34)}^-- expected =`,
      ),
    ],
    [
      "an escape that names no character",
      'a = "b\\ud800"',
      lines(
        "[error] toml::parse_utf8_codepoint: [0xD800, 0xDFFF] is not a valid UTF-8",
        " --> internal temporary",
        "   |",
        " 1 | \\ud800",
        "   |  ^^^^^-- here",
      ),
    ],
  ])("%s", (_, text, shown) => {
    deepStrictEqual(tomlValue(text), { error: `while parsing TOML: ${shown}` });
  });

  test("NUL, which no string of Nix can hold", () => {
    const error =
      "while parsing TOML: error: input string 'a\xe2\x90\x80' cannot be represented as Nix string because it contains null bytes";
    deepStrictEqual(tomlValue('a = "a\\u0000"'), { error });
    deepStrictEqual(tomlValue('"a\\u0000" = 1'), { error });
  });
});

describe("hostile documents", () => {
  test.each([
    ["arrays", `a = ${"[".repeat(100_000)}`],
    ["inline tables", `a = ${"{a=".repeat(100_000)}`],
    ["arrays behind a problem", `a = [[1 ${"[".repeat(100_000)}`],
  ])("nest %s too deeply", (_, text) => {
    const result = tomlValue(text);
    ok("error" in result);
    strictEqual(result.error, "while parsing TOML: arrays and inline tables are nested more than 1000 levels deep");
  });

  test("have comments that Nix's library never gets past", () => {
    ok("error" in tomlValue("# \x01\n# a\nb = 1"));
    ok("error" in tomlValue("a = [@ # b\n]"));
  });

  test("end, whatever they are", () => {
    fc.assert(
      fc.property(tomlText, (text) => {
        const result = tomlValue(text);
        ok("value" in result || result.error.startsWith("while parsing TOML: "));
      }),
      { numRuns: 500 },
    );
  });
});

describe("what is written as TOML comes back:", () => {
  const bytes = fc
    .string({ unit: "binary" })
    .map((string) => Buffer.from(string.replaceAll("\0", "")).toString("latin1"));
  const escaped = (byte: string): string => `\\u${byte.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const quoted = (string: string): string => `"${string.replaceAll(/["\\\0-\x1f\x7f]/g, escaped)}"`;

  test("strings", () => {
    fc.assert(
      fc.property(bytes, bytes, (name, string) => {
        const key = name.replace("__proto__", "");
        deepStrictEqual(tomlValue(`${quoted(key)} = ${quoted(string)}`), { value: { [key]: string } });
      }),
    );
  });

  test("numbers", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.double({ noNaN: true }), (int, float) => {
        const written = Number.isFinite(float) ? floatToJson(float) : String(float).replace("Infinity", "inf");
        const result = tomlValue(`a = ${int}\nb = ${written}`);
        ok("value" in result);
        const { a, b } = result.value as { a: number | bigint; b: number };
        strictEqual(BigInt(a), int);
        strictEqual(b, float);
      }),
    );
  });
});
