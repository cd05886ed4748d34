/** Random regular expressions, JSON, TOML and versions: sound ones, nearly sound ones, and noise. */

import fc, { type Arbitrary } from "fast-check";

/** A fixed selection, the same in every run. */
export function selection<Value>(arbitrary: Arbitrary<Value>, count: number, seed = 2263): Value[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

const oneOf = (...values: readonly string[]): Arbitrary<string> => fc.constantFrom(...values);
const joined = (part: Arbitrary<string>, most: number, separator = ""): Arbitrary<string> =>
  fc.array(part, { maxLength: most }).map((parts) => parts.join(separator));

/** A text with a byte missing, a byte too much, or nothing wrong with it. */
export function nearly(text: Arbitrary<string>, bytes: Arbitrary<string>): Arbitrary<string> {
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 1 }), insert: bytes });
  return fc.tuple(text, fc.array(edit, { maxLength: 2 })).map(([original, edits]) =>
    edits.reduce((edited, { at, remove, insert }) => {
      const place = at % (edited.length + 1);
      return edited.slice(0, place) + (remove === 1 ? "" : insert) + edited.slice(place + remove);
    }, original),
  );
}

const bracketTerm = oneOf(
  ..."a b c a-b b-c - ] [ ^ \\ . a- \xff \x80-\xff [:alpha:] [:DIGIT:] [:w:] [:punct:] [.a.]".split(" "),
  ..."[.hyphen.] [=b=] [=A=] [.-.]".split(" "),
);
const quantifier = fc.oneof(
  { weight: 4, arbitrary: oneOf("", "", "*", "+", "?", "*") },
  { weight: 2, arbitrary: oneOf("{2}", "{0}", "{1,}", "{0,2}", "{1,3}", "**", "+?", "{2}{2}") },
  { weight: 1, arbitrary: oneOf("{3,2}", "{,2}", "{1", "{a}", "{4294967296}") },
);

const { pattern } = fc.letrec<{ pattern: string; branch: string; term: string; atom: string }>((tie) => ({
  pattern: fc.array(tie("branch"), { minLength: 1, maxLength: 3 }).map((branches) => branches.join("|")),
  branch: joined(tie("term"), 3),
  term: fc.tuple(tie("atom"), quantifier).map((parts) => parts.join("")),
  atom: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 4, arbitrary: oneOf("a", "b", "c", ".", "a") },
    { weight: 1, arbitrary: oneOf("(^)", "($)", "()", "(|a)", "(a*)*", "^", "$") },
    { weight: 1, arbitrary: joined(bracketTerm, 3).map((terms) => `[${terms}]`) },
    { weight: 1, arbitrary: joined(bracketTerm, 2).map((terms) => `[^${terms}]`) },
    { weight: 1, arbitrary: oneOf(..."\\. \\[ \\( \\* \\\\ \\| \\^ \\$ \\a \\d \\]".split(" ")) },
    { weight: 4, arbitrary: tie("pattern").map((inner) => `(${inner})`) },
  ),
}));

/** Regular expressions, some of them invalid. */
export const regexPattern: Arbitrary<string> = pattern;

export const regexText: Arbitrary<string> = joined(
  fc.oneof(
    { weight: 20, arbitrary: oneOf("a", "b", "c", "a", "b") },
    { weight: 1, arbitrary: oneOf("\n", "-", "]", "\xff", "A", "1", "_", "\\", ".", "^") },
  ),
  8,
);

const jsonStringPart = fc.oneof(
  {
    weight: 6,
    arbitrary: oneOf("a", "\\n", "\\u0041", "\\u00e9", "\\uD83D\\uDE00", '\\"', "\\/", "\xc3\xa9", "\x7f"),
  },
  {
    weight: 1,
    arbitrary: oneOf(..."\\u0000 \\uD800 \\uDC00 \\x \n \x01 \xff \xed\xa0\x80 \\u12 \\uD83D\\u0041".split(" ")),
  },
);
const jsonNumber = oneOf(
  ..."0 -0 1 -1 12 1.5 -1.5e3 1e5 1E+5 9007199254740993 9223372036854775807".split(" "),
  ..."-9223372036854775808 9223372036854775808 18446744073709551616 -9223372036854775809".split(" "),
  ..."1e999 01 - 1. 1e 1e+ +1 .5 NaN 1.0000000000000001 1e-400".split(" "),
);
const { jsonValue } = fc.letrec<{ jsonValue: string; jsonText: string }>((tie) => ({
  jsonText: joined(jsonStringPart, 4).map((content) => `"${content}"`),
  jsonValue: fc.oneof(
    { maxDepth: 3 },
    jsonNumber,
    tie("jsonText"),
    oneOf("true", "false", "null", "tru", "nulll"),
    joined(tie("jsonValue"), 3, " ,").map((elements) => `[${elements}\n]`),
    joined(
      fc.tuple(tie("jsonText"), tie("jsonValue")).map((pair) => pair.join(": ")),
      3,
      ",\n",
    ).map((pairs) => `{ ${pairs}}`),
  ),
}));

export const jsonText: Arbitrary<string> = nearly(
  jsonValue,
  oneOf(",", ":", "]", "}", "[", "{", '"', "1", "t", "\n", " ", "\xff", "/"),
);

const bareKey = oneOf("a", "b", "c", "a-b", "1", "_");
const tomlKey = fc
  .array(fc.oneof({ weight: 5, arbitrary: bareKey }, oneOf('"a"', '""', "'x y'", '"\\u0041"', "\xc3\xa9", "@")), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join("."));
const tomlScalar = oneOf(
  ..."0 -1 +1 1_000 0x1F 0o17 0b1_01 1.5 -1.5e3 1e5 inf -inf 9223372036854775807".split(" "),
  ..."9223372036854775808 01 1__0 1. .5 0x 1e999 +0x1 0_1 true false True nope @".split(" "),
  ..."1979-05-27 1979-05-27T07:32:00Z 07:32:00 1979-13-27 1979-05-27T7:32:00 25:00:00".split(" "),
  '"a"',
  '"\\n\\u00e9\\t"',
  '"\\uD800"',
  '"\\x"',
  "'a\\b'",
  '"""\na\\\n   b"""',
  "'''\n'a''b'''",
  '"""a"""""',
  '"open',
  '"\xff"',
);
const { tomlValue } = fc.letrec<{ tomlValue: string; tomlTable: string }>((tie) => ({
  tomlTable: joined(
    fc.tuple(tomlKey, tie("tomlValue")).map((pair) => pair.join(" = ")),
    3,
    ", ",
  ).map((pairs) => `{ ${pairs} }`),
  tomlValue: fc.oneof(
    { maxDepth: 3 },
    { weight: 3, arbitrary: tomlScalar },
    { weight: 1, arbitrary: joined(tie("tomlValue"), 3, ",\n  ").map((elements) => `[${elements}]`) },
    { weight: 1, arbitrary: tie("tomlTable") },
  ),
}));
const tomlLine = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(tomlKey, tomlValue).map((pair) => pair.join(" = ")) },
  { weight: 2, arbitrary: tomlKey.map((key) => `[${key}]`) },
  { weight: 1, arbitrary: tomlKey.map((key) => `[[${key}]]`) },
  { weight: 1, arbitrary: oneOf("", "\t", "  ", "\r") },
);

/** Documents without comments: at some broken ones the library that Nix uses never comes to an end. */
export const tomlText: Arbitrary<string> = nearly(
  joined(tomlLine, 6, "\n"),
  oneOf(",", "=", "]", "}", "[", "{", '"', "'", "1", "\n", " ", ".", "_", "-", "x"),
);

export const versionText: Arbitrary<string> = joined(
  oneOf(
    "1",
    "0",
    "10",
    "01",
    "2147483647",
    "2147483648",
    ".",
    "-",
    "..",
    "pre",
    "rc",
    "a",
    "b",
    "+",
    "_",
    "\xff",
    "p1",
  ),
  5,
);
