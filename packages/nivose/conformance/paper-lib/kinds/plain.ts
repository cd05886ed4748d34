/** Numbers, texts, lists and sets. */

import { type Kinds, listOf, one, recordsOf, setOf } from "./kind.ts";

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

export const plain: Kinds = {
  int: one(...numbers),
  count: one("0", "1", "2", "3", "5"),
  number: one(...numbers, "0.5", "(-2.25)"),
  bool: one("true", "false"),
  string: one(...texts),
  word: one(...words),
  separator: one('","', '"/"', '" "', '"."', '"ab"', '"-"', '"\\n"', '""'),
  simple: one(...simple),
  any: (random, argument) => argument(random.pick(["simple", "simple", "simple", "list", "attrs", "nested", "noPath"])),
  // nothing walks through all of the disk
  noPath: one("/a/b"),
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
  nestable: (random, argument) => argument(random.pick(["simple", "simple", "list", "nested"])),
  path: one("[ ]", '[ "a" ]', '[ "b" ]', '[ "a" "b" ]', '[ "b" "a" ]', '[ "a" "b" "c" ]', '[ "x y" ]'),
  attrs: setOf("simple", "a", "b", "c", "foo", '"x y"'),
  tree: setOf("branch", "a", "b", "c"),
  branch: (random, argument) => argument(random.pick(["simple", "simple", "tree", "tree", "list"])),
  sets: listOf("attrs", 3),
  trees: listOf("tree", 3),
  attrsOfLists: setOf("ints", "a", "b", "c"),
  attrsOfStrings: setOf("string", "a", "b", "c"),
  pairs: recordsOf({ name: "word", value: "simple" }),
};
