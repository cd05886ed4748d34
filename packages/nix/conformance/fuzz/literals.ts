/** Literals of every type, with a bias to what is at an edge. Texts are bytes, and some of them are no UTF-8. */

import type { Random } from "../random.ts";
import { randomLiteral } from "./random-literals.ts";
import type { Type } from "./signatures.ts";

/** Attribute names and variables: few, so that they clash. */
export const names: readonly string[] = ["a", "b", "c", "x", "y"];

const oddNames = [
  '""',
  '"a b"',
  '"x.y"',
  '"1x"',
  '"\u00c3\u00a4"',
  "type",
  "name",
  "outPath",
  '"if"',
  "a'",
  "a-b",
  "_",
];

/** A name as it stands in an attribute set. */
export function attrName(random: Random): string {
  return random.oneIn(8) ? random.pick(oddNames) : random.pick(names);
}

/** A literal of a type, which needs no parentheses; undefined for types that have none. */
export function literal(type: Type, random: Random): string | undefined {
  const made = random.oneIn(2) ? randomLiteral(type, random) : undefined;
  if (made !== undefined) return made;
  const choices = literals[type];
  if (choices !== undefined) return random.pick(choices);
  switch (type) {
    case "number":
      return literal(random.oneIn(3) ? "float" : "int", random);
    case "index":
      return random.oneIn(4) ? random.pick(bigCounts) : random.pick(["0", "1", "2", "3", "5"]);
    case "plain":
    case "printable":
    case "comparable":
    case "any":
      return literal(random.pick(anything), random);
    default:
      return undefined;
  }
}

const anything = ["int", "int", "float", "bool", "null", "string", "string", "path", "strings", "numbers", "attrs"];

const bigCounts = ["(-1)", "(-9223372036854775807 - 1)", "17", "1.5", "null", '"1"'];

const integers = words(`
  0 1 2 3 7 63 255 1000 (-1) (-2) (-7) 268435455 268435456 (-268435456) (-268435457) 536870912 2147483647 2147483648
  (-2147483648) (-2147483649) 4294967295 4294967296 9007199254740991 9007199254740993 (-9007199254740993)
  4611686018427387904 9223372036854775807 (-9223372036854775807)
`);

const floats = words(`
  0.0 (-0.0) 1.0 1.5 (-1.5) 2.5 (-2.5) 0.1 0.3 1.0e10 1.0e15 1.0e16 1.0e17 123456.789 1234567.89 0.0001 0.00001 1.0e-7
  1.0e100 1.0e-100 1.0e308 5.0e-324 2.2250738585072014e-308 9007199254740993.0 9223372036854775807.0 9223372036854775808.0
  (-9223372036854775808.0) 3.141592653589793 0.1e-5 100000.0 1000000.0 999999.5 (1.0e308*10) (-1.0e308*10)
  (1.0e308*10-1.0e308*10) .5 1.e3
`);

const texts = [
  "",
  "a",
  "b",
  "abc",
  "aXbXc",
  "foo bar",
  "  x ",
  "1.2.3pre4",
  "\u00c3\u00a4",
  "\u00e2\u0082\u00ac",
  "\u00f0\u009f\u0098\u0080",
  "\\n",
  "\\t",
  '\\"',
  "\\\\",
  "\\${",
  "$",
  "$$",
  "a/b",
  "/",
  "/a/",
  ".",
  "..",
  "true",
  "null",
  "1",
  "-5",
  "1.5",
  "\\r\\n",
  "''",
  "<&>'",
  "\u007f",
  "\u00ff",
  "\u00c3",
  "a\u0080b",
  "\u00ed\u00a0\u0080",
  "%20",
  "http://a.b/c?d",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "{}",
  "[1,2]",
  "a=1",
  "=",
  "\u0001",
];

const quoted = texts.map((text) => `"${text}"`);
const indented = [
  "''a''",
  "''\n  a\n    b\n''",
  "''\n    ''${x}\n  ''\\n'''\n  ''",
  "''  ''",
  "''\n\n  a\n\n''",
  "''a\n  b''",
];

const versions = words(`
  "" "1" "1.0" "1.2.3" "1.2.3pre" "1.2.3pre1" "pre" "1.0-rc1" "1.0a" "1.0.a" "2.3.1-1" "hello-1.2" "hello-" "-1" "a-b-1c" "1..2"
  "007" "1.0.00" "99999999999999999999" "18446744073709551617.1" "a1b2" "." "-" "1.-2" "x-y" "x-1-2" "2.5.0.1" "1.0\u00c3\u00a4"
`);

const regexes = [
  "a",
  "",
  "(a)|b",
  "(a*)",
  "a+b?",
  "[a-z]+",
  "[^a]",
  "[[:alpha:]]+",
  "[[:digit:]]*",
  "([0-9]+)\\\\.([0-9]+)",
  "(x)?a",
  "^a",
  "a$",
  "^$",
  ".",
  ".*",
  "(.*)(X)(.*)",
  "a{2}",
  "a{1,3}",
  "a{0}",
  "(a|b)*",
  "((a)(b))?",
  "[]a]",
  "[a-]",
  "\\\\.",
  "\\\\(",
  "a|",
  "|a",
  "()",
  "(",
  ")",
  "[",
  "*",
  "a**",
  "a{,2}",
  "a{2,1}",
  "[[:foo:]]",
  "\\\\",
  "[b-a]",
  "(a)\\\\1",
  "\\\\w+",
  "\\\\b",
  "[\\\\n]",
  "[[.a.]]",
  "[[=a=]]",
  "(?:a)",
  "a++",
  "{",
  "}",
  "a{",
  "\u00c3\u00a4",
  "[\u00c3\u00a4]",
  "\u00ff",
  "X| ",
  "([^/]*)/(.*)",
  "(a)(b)?(c)?",
].map((text) => `"${text}"`);

const jsons = [
  "1",
  "-1",
  "1.5",
  "1e3",
  "-0",
  "-0.0",
  "0.1",
  "9223372036854775807",
  "9223372036854775808",
  "18446744073709551615",
  "18446744073709551616",
  "1e400",
  "-9223372036854775808",
  "-9223372036854775809",
  "null",
  "true",
  "[]",
  "{}",
  "[1,[2,{}]]",
  '{\\"a\\":1}',
  '{\\"b\\":1,\\"a\\":2,\\"b\\":3}',
  " 1 ",
  "",
  "01",
  "1.",
  ".5",
  "[1,]",
  '{\\"a\\"}',
  '\\"\\\\u00e4\\"',
  '\\"\\\\ud83d\\\\ude00\\"',
  '\\"\\\\ud83d\\"',
  '\\"\\\\u0000\\"',
  '\\"\u00c3\u00a4\\"',
  '\\"\u00ff\\"',
  '\\"a\\nb\\"',
  '\\"\\\\n\\\\/\\"',
  "tru",
  "nan",
  "1 2",
  "[1 2]",
  "//",
  '\\"\\\\x\\"',
  '{\\"\\":null}',
  "1E+2",
  "1e-2",
  "123456789012345678901234567890",
  "0.1e1",
  "\u00ef\u00bb\u00bf1",
  "\\t[\\n]",
  '\\"',
  "{1:2}",
  "[",
  "]",
  "-",
  "+1",
  "0x1",
  "1e",
  '\\"\\\\u12\\"',
].map((text) => `"${text}"`);

const tomls = [
  "",
  "a=1",
  "a = 1.5",
  "a = true",
  'a = \\"x\\"',
  "a = 'x'",
  "[a]\\nb=1",
  "[[a]]\\nb=1\\n[[a]]\\nb=2",
  "a.b.c = 1",
  'a = [1, 2, \\"x\\"]',
  "a = {b = 1}",
  "a = 0x1F",
  "a = 0o17",
  "a = 0b11",
  "a = 1_000",
  "a = inf",
  "a = -inf",
  "a = nan",
  "a = +nan",
  "a = -nan",
  "a = 1979-05-27",
  "a = 1979-05-27T07:32:00Z",
  "a = 07:32:00",
  "a = '''\\nx'''",
  'a = \\"\\"\\"\\nx\\\\\\n  y\\"\\"\\"',
  "a=1\\na=2",
  "a = ",
  "= 1",
  "[a",
  "a = 9223372036854775807",
  "a = 9223372036854775808",
  '\\"\\" = 1',
  'a = \\"\\\\u00e4\\"',
  "# c",
  "a = 1 # c",
  "a = [\\n1,\\n]",
  "a.b = 1\\na = 2",
  "a = 1e3",
  "a = -0.0",
  "[a]\\n[a]",
  "[a.b]\\nc=1\\n[a]\\nd=2",
  "a = [1, 1.5]",
  'a = \\"\u00c3\u00a4\\"',
  'a = \\"\u00ff\\"',
  "a = 01",
  "a = +1",
  "a = {}\\n",
  "a=[{b=1},{b=2}]",
  "'a b'.c = 1",
  'a = \\"\\\\x\\"',
  "a = 1.",
  "a b = 1",
].map((text) => `"${text}"`);

const hashes = [
  '{ hash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="; toHashFormat = "nix32"; }',
  '{ hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"; hashAlgo = "sha256"; toHashFormat = "sri"; }',
  '{ hash = "sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk="; toHashFormat = "base16"; }',
  '{ hash = "d41d8cd98f00b204e9800998ecf8427e"; hashAlgo = "md5"; toHashFormat = "base32"; }',
  '{ hash = "d41d8cd98f00b204e9800998ecf8427e"; toHashFormat = "base64"; }',
  '{ hash = "sha256:0mdqa9w1p6cmli6976v4wi0sw9r4p5prkj7lzfd1877wk11c9c73"; hashAlgo = "sha512"; toHashFormat = "base64"; }',
  '{ hash = "md5-1B2M2Y8AsgTpgAmY7PhCfg=="; hashAlgo = "md5"; toHashFormat = "hex"; }',
  '{ hash = ""; hashAlgo = "sha1"; toHashFormat = "base16"; }',
  '{ hash = "x"; hashAlgo = "sha256"; }',
  '{ hashAlgo = "sha256"; toHashFormat = "base16"; }',
  '{ hash = "sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="; toHashFormat = "base16"; }',
];

const searchPaths = [
  "[ ]",
  "[ { path = ./odd-names; } ]",
  '[ { prefix = "a"; path = ./odd-names; } ]',
  "builtins.nixPath",
  '[ { prefix = ""; path = "${toString ./.}/folder"; } ]',
  '[ { prefix = "x"; path = ./file; } { prefix = "x"; path = ./folder; } ]',
  '[ { prefix = "x"; } ]',
  '[ { prefix = "folder/sub"; path = ./folder; } ]',
].map((text) => (text.startsWith("[") ? text : `(${text})`));

const files = words(`
  ./file ./folder ./folder/inner.txt ./empty ./missing ./missing/x ./link ./broken ./loop ./folder-link/inner.txt ./bytes ./zero
  ./one.nix ./file/x "/" "" "relative" ./folder/../file ./folder/. ./folder-link ./bad.nix ./.hidden
  null 1 {} (throw"f")
`);
const slashed = [
  '(toString ./folder + "/")',
  '(toString ./file + "/")',
  '(toString ./file + "/.")',
  '(toString ./folder + "/../file")',
  "(toString ./link)",
  '(./folder + "/sub")',
  '(./. + "/file")',
];

const importables = words(
  `./one.nix ./function.nix ./set.nix ./folder ./bad.nix ./missing.nix ./throws.nix ./free.nix <nix/fetchurl.nix> ./link.nix null {}`,
);

/** Store paths have to be there, because real Nix looks whether they are. */
const storeFile = '${__unsafeDiscardStringContext (builtins.toFile "k" "x")}';
const storeDerivation =
  '${__unsafeDiscardStringContext (derivation { name = "k"; system = "s"; builder = "b"; }).drvPath}';

const contexts = [
  "{ }",
  `{ "${storeFile}" = { path = true; }; }`,
  `{ "${storeDerivation}" = { outputs = [ "out" "dev" ]; }; }`,
  `{ "${storeDerivation}" = { allOutputs = true; path = true; outputs = [ "b" "a" "b" ]; }; }`,
  `{ "${storeFile}" = { outputs = [ "out" ]; }; }`,
  `{ "${storeFile}" = { allOutputs = true; }; }`,
  `{ "${storeFile}" = { }; }`,
  '{ "/x" = { path = true; }; }',
  "{ a = { path = true; }; }",
  '{ "/nix/store/x" = { path = true; }; }',
  `{ "${storeFile}" = { path = false; outputs = [ ]; }; "${storeDerivation}" = { path = true; }; }`,
  `{ "${storeDerivation}" = { allOutputs = false; unknown = 1; }; }`,
  `{ "${storeDerivation}" = { outputs = [ "" ]; }; }`,
  `{ "${storeDerivation}" = { outputs = [ "a b" ]; }; }`,
  `{ "${storeFile}" = { path = 1; }; }`,
  `{ "${storeFile}/b" = { path = true; }; }`,
  `{ "${storeFile}" = 1; }`,
];

const comparisons = [
  "builtins.lessThan",
  "__lessThan",
  "(p: q: p < q)",
  "(p: q: p > q)",
  "(p: q: p <= q)",
  "(p: q: true)",
  "(p: q: false)",
  "(p: q: builtins.trace [ p q ] (p < q))",
  "(p: builtins.trace p (q: builtins.trace q (q < p)))",
  "(p: q: null)",
  "(p: 1)",
  "1",
  "{ __functor = _: p: q: p < q; }",
].map((text) => text);

const sortedLists = [
  "[ 3 1 2 ]",
  "[ 1 1.0 0.5 ]",
  '[ "b" "a" "" ]',
  "[ ./b ./a ]",
  "[ [ 2 ] [ 1 2 ] [ ] ]",
  "[ 5 3 9 1 4 2 8 7 6 0 11 10 15 13 12 14 16 18 17 5 3 ]",
  '[ 1 "a" ]',
  "[ { } { } ]",
  "[ null null ]",
  '[ (throw "first") 1 ]',
  "[ 1 ]",
  "[ 2 1 ]",
  "[ true false ]",
  '[ [ 1 "a" ] [ 1 2 ] ]',
  "[ [ [ ] ] [ [ 1 ] ] [ [ 0 ] ] ]",
  "(builtins.genList (n: builtins.bitAnd (n * 7919) 15) 40)",
];

const closures = [
  '{ startSet = [ ]; operator = throw "o"; }',
  "{ startSet = [ { key = 1; } { key = 1; v = 2; } ]; operator = e: [ ]; }",
  "{ startSet = [ { key = 5; } ]; operator = e: if e.key > 0 then [ { key = e.key - 1; } { key = e.key - 2; } ] else [ ]; }",
  '{ startSet = [ { key = "a"; } { key = "b"; } ]; operator = e: [ { key = "a"; } ]; }',
  "{ startSet = [ { key = 1; } ]; operator = e: builtins.trace e.key (if e.key < 9 then [ { key = e.key * 2; } { key = e.key + 3; } ] else [ ]); }",
  '{ startSet = [ { key = 1; } { key = "a"; } ]; operator = e: [ ]; }',
  "{ startSet = [ { key = [ 1 ]; } { key = [ 1 2 ]; } { key = [ 1 ]; } ]; operator = e: [ ]; }",
  "{ startSet = [ { } ]; operator = e: [ ]; }",
  "{ startSet = [ 1 ]; operator = e: [ ]; }",
  "{ startSet = [ { key = 1; } ]; operator = e: 1; }",
  "{ operator = e: [ ]; }",
  "{ startSet = [ { key = 1; } ]; }",
  "{ startSet = [ { key = null; } { key = null; } ]; operator = e: [ ]; }",
  "{ startSet = [ { key = { }; } ]; operator = e: [ ]; }",
  "{ startSet = [ { key = 1; } { key = 1.0; } ]; operator = e: [ ]; }",
  "{ startSet = [ { key = ./a; } { key = ./b; } { key = ./a; } ]; operator = e: [ ]; }",
  '{ startSet = [ { key = throw "k"; } ]; operator = e: [ ]; }',
  '{ startSet = [ { key = 1; } ]; operator = e: if e.key == 1 then [ (throw "e") ] else [ ]; }',
  "{ startSet = [ { key = true; } { key = true; } ]; operator = e: [ ]; }",
];

const literals: Readonly<Record<Type, readonly string[]>> = {
  int: integers,
  float: floats,
  bool: ["true", "false"],
  null: ["null"],
  string: [...quoted, ...indented],
  name: [...names, ...names, ...names]
    .map((name) => `"${name}"`)
    .concat(oddNames.map((name) => (name.startsWith('"') ? name : `"${name}"`))),
  version: versions,
  regex: regexes,
  json: jsons,
  toml: tomls,
  hash: hashes,
  algorithm: words('"md5" "sha1" "sha256" "sha512" "sha3" "" "SHA256"'),
  path: words("./folder/. ./file ./folder/../x /a /a/../../b ./a//b ./missing ./folder"),
  /** Never so large that a list of that length is a burden. */
  count: words(`0 0 1 2 3 5 17 (-1) (-9223372036854775807) 1.5 null "1"`),
  remark: ['"while doing this"', '""'],
  plainPath: words('"/a/b" "/" "" "a" ./file /a'),
  pathish: [
    ...words(
      '"/a/b" "a/b/" "/" "" "." "a" "//" "a//b" "/a/" "a//" "../x" ./folder/inner.txt ./folder/sub /a "/a/../b" "/a/./b"',
    ),
  ],
  file: [...files, ...slashed],
  folder: words('./folder ./folder-link ./file ./missing ./empty-folder ./link ./loop ./odd-names null {} "x"'),
  importable: importables,
  fileName: words('"a" "a.txt" "" "." ".a" "a b" "a/b" "\u00c3\u00a4" "a?=+_-1"'),
  wanted: words('"a" "" "folder" "a/folder" "x/inner.txt" "nix/fetchurl.nix" "nix" "folder/sub/x" "/" "file"'),
  searchPath: searchPaths,
  context: contexts,
  comparison: comparisons,
  comparables: sortedLists,
  closure: closures,
  list: ["[ ]"],
  strings: ["[ ]", '[ "a" ]', '[ "a" "b" ]', '[ "" "a" "" ]', '[ "b" "X" ]'],
  names: ["[ ]", '[ "a" ]', '[ "a" "a" "zz" ]'],
  numbers: ["[ ]", "[ 1 ]", "[ 3 1 2 ]", "[ 1.5 1 2 ]"],
  lists: ["[ ]", "[ [ ] ]", "[ [ 1 ] [ ] [ 2 3 ] ]"],
  sets: ["[ ]", "[ { } ]", "[ { a = 1; } { a = 2; b = 3; } ]"],
  pairs: [
    "[ ]",
    '[ { name = "a"; value = 1; } ]',
    '[ { name = "a"; value = 1; } { name = "a"; value = throw "v"; } { name = "b"; value = 2; } ]',
    '[ { name = "a"; } ]',
    "[ { value = 1; } ]",
  ],
  attrs: ["{ }", "{ a = 1; }", "{ a = 1; b = 2; }", "{ b = null; a = { c = 1; }; }"],
  function: [
    "(p: p)",
    "(p: q: p)",
    "({ a, b ? 1 }: a)",
    "({ a ? 1, ... }@p: p)",
    "({ }: 1)",
    "builtins.add",
    "(builtins.add 1)",
    "toString",
    "(p@{ ... }: p)",
    "builtins.substring",
    "(builtins.substring 0 1)",
    "{ __functor = self: p: p; }",
  ],
};

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}
