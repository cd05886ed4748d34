/** Arguments by their kinds: Nix as a text, made by chance. What makes functions differ is at the edges. */

import type { Random } from "../../../nix/conformance/random.ts";

type Maker = (random: Random) => string;

const one =
  (...choices: readonly string[]): Maker =>
  (random) =>
    random.pick(choices);

const listOf =
  (kind: string, longest = 4): Maker =>
  (random) => {
    const items = Array.from({ length: random.below(longest + 1) }, () => argument(kind, random));
    return `[ ${items.map((item) => `${item} `).join("")}]`;
  };

const setOf =
  (kind: string, ...names: readonly string[]): Maker =>
  (random) => {
    const bindings = names.filter(() => random.oneIn(2)).map((name) => `${name} = ${argument(kind, random)}; `);
    return `{ ${bindings.join("")}}`;
  };

const numbers = ["0", "1", "2", "3", "7", "10", "16", "255", "(-1)", "(-5)"];
const words = ['"a"', '"b"', '"c"', '"x-y"', '"foo"'];
const texts = [
  '""',
  '"a"',
  '"foo"',
  '"foo bar"',
  '"a/b//c"',
  '"/nix/store/00-x"',
  '"x-1.2.3"',
  '"  pad\\t\\n"',
  '"it\'s"',
  '"a\\"$\\\\b"',
  '"aba.ab*"',
  '"line\\nnext\\n"',
  '"Käse"',
  '"<a&b>"',
  '".hidden/?name"',
  '"${real}/x"',
];
const simple = [...numbers, ...texts, "null", "true", "false", "1.5"];

const kinds: Readonly<Record<string, Maker>> = {
  int: one(...numbers),
  count: one("0", "1", "2", "3", "5"),
  number: one(...numbers, "0.5", "(-2.25)"),
  bool: one("true", "false"),
  string: one(...texts),
  word: one(...words),
  separator: one('","', '"/"', '" "', '"."', '"ab"', '"-"', '"\\n"', '""'),
  simple: one(...simple),
  any: (random) => argument(random.pick(["simple", "simple", "simple", "list", "attrs", "nested", "fspath"]), random),
  function: one("(x: x)", "({ a, b ? 1 }: a)", "{ __functor = self: x: x; }", "(x: y: y)"),
  fspath: one("/a/b", "/."),
  fsfile: one("/etc/hostname-that-is-not", '"/no/such"'),

  list: listOf("simple"),
  ints: listOf("int"),
  numbers: listOf("number"),
  strings: listOf("string"),
  words: listOf("word", 3),
  characters: one("[ ]", '[ "a" ]', '[ " " "$" ]', '[ "/" "." "o" ]', '[ "\\n" "b" ]'),
  lists: listOf("list", 3),
  nested: listOf("nestable", 3),
  nestable: (random) => argument(random.pick(["simple", "simple", "list", "nested"]), random),
  path: one("[ ]", '[ "a" ]', '[ "b" ]', '[ "a" "b" ]', '[ "b" "a" ]', '[ "a" "b" "c" ]', '[ "x y" ]'),

  attrs: setOf("simple", "a", "b", "c", "foo", '"x y"'),
  tree: setOf("branch", "a", "b", "c"),
  branch: (random) => argument(random.pick(["simple", "simple", "tree", "tree", "list"]), random),
  sets: listOf("attrs", 3),
  trees: listOf("tree", 3),
  attrsOfLists: setOf("ints", "a", "b", "c"),
  attrsOfStrings: setOf("string", "a", "b", "c"),
  pairs: (random) =>
    `[ ${Array.from({ length: random.below(4) }, () => `{ name = ${argument("word", random)}; value = ${argument("simple", random)}; } `).join("")}]`,
  updates: (random) =>
    `[ ${Array.from({ length: random.below(4) }, () => `{ path = ${argument("path", random)}; update = ${random.pick(["(old: 1)", "(old: [ old ])", "(old: { a = 2; })"])}; } `).join("")}]`,
  trimming: one("{ }", "{ start = true; }", "{ end = true; }", "{ start = true; end = true; }", "{ middle = 1; }"),

  package: one("drv", "real", '{ name = "x-1"; }', "(drv // { meta = { }; })", "(drv // { outputSpecified = true; })"),
  packages: one("[ ]", "[ drv ]", "[ drv drv.dev real ]", "[ (drv // { propagatedBuildInputs = [ real null ]; }) ]"),
  output: one('"out"', '"dev"', '"bin"', '"lib"'),
  platform: one(
    '{ system = "x86_64-linux"; parsed = { cpu = { bits = 64; }; }; }',
    '{ system = "aarch64-darwin"; parsed = { kernel = { name = "darwin"; }; }; }',
  ),
  platformPattern: one(
    '"x86_64-linux"',
    "{ cpu = { bits = 64; }; }",
    '{ parsed = { kernel = { name = "darwin"; }; }; }',
  ),

  version: one('"1.2.3"', '"24.11"', '"2.0-rc1"', '"1"', '"1.10pre"', '""', '"0.9.a"'),
  nameWithVersion: one('"tool-1.2"', '"x-y-0.3-rc1"', '"plain"', '"9lives"', '"a-b"'),
  url: one('"https://a.org/b/tool-1.2.tar.gz"', '"tool.zip"', '"https://a.org/"', '"plain"'),
  ipv6: one(
    '"::1"',
    '"::"',
    '"fe80::1:2/64"',
    '"1:2:3:4:5:6:7:8/128"',
    '"1:2:3:4:5:6:7::"',
    '"::1::"',
    '"1:::2"',
    '"1:2"',
    '"12345::"',
    '"g::1"',
    '"::1/0"',
    '"::1/200"',
    '"::1/a"',
    '"::1/2/3"',
    '""',
    '"A:B::"',
  ),
  hex: one('"0"', '"ff"', '"FF"', '"0x1A"', '"xyz"', '""', '"7fffffffffffffff"', '"10000000000000000"'),
  digits: one(
    '"0"',
    '"42"',
    '" 42 "',
    '"-7"',
    '"007"',
    '"000"',
    '"-007"',
    '"0x1"',
    '"4.2"',
    '"a1"',
    '"99999999999999999999"',
    '"1 2"',
    '""',
    '"\\n5"',
  ),
  json: one('"{}"', '"[1, 2.5]"', '"nope"', '"\\"text\\""'),

  f1: one("(x: x)", "(x: [ x ])", "builtins.typeOf", "(x: { a = x; })", "(_: 1)"),
  pred: one("builtins.isInt", "(x: x == 1)", "(x: true)", "(x: false)", "builtins.isString", "(x: x > 1)"),
  textF: one("(x: x)", "builtins.toJSON", '(x: "<${toString x}>")', '(x: "-")'),
  characterF: one("(c: c)", '(c: if c == "a" then "" else c)', "(c: c + c)"),
  f2: one("(a: b: a)", "(a: b: b)", "(a: b: [ a b ])", "(a: b: { inherit a b; })"),
  sum: one("(a: b: a + b)", "(a: b: a - b)", "(a: b: b)", "(a: b: a)"),
  namePred: one('(n: v: n == "a")', "(n: v: builtins.isInt v)", "(n: v: true)", "(n: v: v == 1)"),
  nameF: one("(n: v: n)", "(n: v: v)", "(n: v: [ n v ])", '(n: v: n + "-")'),
  namePair: one(
    "(n: v: { name = n; value = v; })",
    '(n: v: { name = "k-" + n; value = [ v ]; })',
    '(n: v: { name = "same"; value = n; })',
  ),
  nameSet: one("(n: v: { ${n} = v; })", '(n: v: { "k-${n}" = n; all = v; })', "(n: v: { })"),
  pathF: one("(p: v: p)", "(p: v: v)", "(p: v: [ p v ])"),
  foldName: one("(acc: n: v: acc ++ [ n ])", "(acc: n: v: acc ++ [ v ])", "(acc: n: v: [ ])"),
  indexF: one("(i: x: i)", "(i: x: [ i x ])", "(i: x: x)"),
  indexText: one("(i: x: toString i)", '(i: x: "${toString i}-${toString x}")'),
  indexPred: one("(i: x: i == 1)", "(i: x: builtins.isInt x)", "(i: x: i > 0)"),
  keyF: one("builtins.typeOf", "builtins.toJSON", '(x: "k")'),
  order: one("(x: -x)", "(x: x)", "(x: [ x ])"),
  less: one("(a: b: a < b)", "(a: b: a > b)"),
  compare: one("(a: b: a - b)", "(a: b: if a < b then -1 else if a > b then 1 else 0)"),
  before: one(
    "(a: b: a < b)",
    "(a: b: a == b)",
    "(a: b: b == 7)",
    "(a: b: b == a + 1)",
    "(a: b: b == a + 1 || a == b + 2)",
  ),
  until: one("(p: l: r: true)", '(p: l: r: p == [ "a" ])', "(p: l: r: !(builtins.isAttrs l && builtins.isAttrs r))"),
  goesInto: one("(s: true)", "(s: s ? a)", "(s: false)"),
  collected: one("builtins.isInt", "builtins.isList", "(x: x ? a)", "builtins.isString"),
  zipF: one("(n: vs: vs)", "(n: vs: builtins.head vs)", "(n: vs: n)"),
  step: one("(x: x / 2)", "(x: if x > 3 then 3 else x)", "(x: x)"),
  steps: one("[ ]", "[ (x: x) ]", "[ (x: [ x ]) builtins.length ]", '[ builtins.toJSON (x: x + "!") ]'),
  closure: one(
    "{ startSet = [ { key = 1; } ]; operator = x: if x.key < 4 then [ { key = x.key + 1; } ] else [ ]; }",
    "{ startSet = [ ]; operator = 1; }",
  ),
  define: one("(self: { a = 1; })", "(self: { a = 1; b = self.a; })", "(self: { a = self.b or 0; c = self; })"),
  overlay: one(
    "(final: prev: { a = 5; })",
    "(final: prev: { d = prev.a; e = final.a; })",
    "(final: prev: { b = [ prev.b or 0 ]; })",
  ),
  overlays: listOf("overlay", 3),
  extension: one("{ a = 9; }", "(prev: { a = [ prev.a ]; })", "(final: prev: { d = final.a; })"),
  deps: one("[ ]", '[ "a" ]', '[ "b" "a" ]', '[ "b" { text = "own"; deps = [ "a" ]; } "b" ]', '[ "z" ]'),
  pieces: one(
    '{ a = { text = "A"; deps = [ ]; }; b = { text = "B"; deps = [ "a" ]; }; }',
    '{ a = { text = "A"; deps = [ "b" ]; }; b = { text = "B"; deps = [ "a" ]; }; }',
  ),
  tests: one(
    "{ testA = { expr = 1; expected = 1; }; testB = { expr = 1; expected = 2; }; other = { expr = 1; expected = 2; }; }",
    '{ tests = [ "other" ]; testB = { expr = 1; expected = 2; }; other = { expr = 1; expected = 2; }; }',
  ),
  lazyArguments: one(
    '{ derivation = drv; outputs = [ "out" "dev" ]; }',
    "{ derivation = real; meta = { a = 1; }; passthru = { p = 2; }; }",
    "{ derivation = 5; }",
    '{ derivation = throw "bad"; }',
  ),
  gvariant: (random) =>
    random.pick([
      '"text"',
      "true",
      "1.5",
      "(lib.gvariant.mkInt32 5)",
      "(lib.gvariant.mkUchar 7)",
      '[ "a" "b" ]',
      "[ ]",
      "[ true 1.5 ]",
      "7",
      "{ a = 1; }",
      "null",
      '"it\'s\\n\\\\"',
    ]),
  gvariants: listOf("gvariant", 3),
  spdx: one('"MIT"', '"mit"', '"GPL-2.0-only"', '"no such"'),
  mkIf: one("1", "{ a = 1; }"),
};

/** An argument of a kind, which now and then is of another kind, or fails when it is looked at. */
export function argument(kind: string, random: Random): string {
  if (random.oneIn(40)) return '(throw "bad")';
  if (random.oneIn(30)) return argument("any", random);
  const make = kinds[kind];
  if (make === undefined) throw new Error(`there is no kind of argument that is called ${kind}`);
  return make(random);
}
