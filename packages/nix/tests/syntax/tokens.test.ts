/** Where tokens end, and which kind they are: the longest match wins. */

import { deepStrictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { tokensOf } from "./support/tokens.ts";

function table(rows: Readonly<Record<string, string>>): void {
  test.each(Object.entries(rows))("%j", (source, tokens) => {
    deepStrictEqual(tokensOf(source), tokens === "" ? [] : tokens.split(" | "));
  });
}

describe("names and keywords", () => {
  table({
    "a _ a' a-b a1 _1-'": "name a | name _ | name a' | name a-b | name a1 | name _1-'",
    "if then else assert with let in rec inherit or":
      "if | then | else | assert | with | let | in | rec | inherit | or",
    "iff if' in-a or_ recinherit": "name iff | name if' | name in-a | name or_ | name recinherit",
    "true null __curPos": "name true | name null | name __curPos",
    "a-": "name a-",
    "a--b": "name a--b",
    "a -b": "name a | - | name b",
  });
});

describe("numbers", () => {
  table({
    "0 007 42": "integer 0 | integer 007 | integer 42",
    "1.5 1. .5 0.5 10.": "float 1.5 | float 1. | float .5 | float 0.5 | float 10.",
    "1e5": "integer 1 | name e5",
    "1.5e5 1.e5 .5E-5 1.5e+5": "float 1.5e5 | float 1.e5 | float .5E-5 | float 1.5e+5",
    "1.5e": "float 1.5 | name e",
    "1.5e+": "float 1.5 | name e | +",
    "0.": "integer 0 | .",
    "00.5": "integer 00 | float .5",
    "01.5": "integer 01 | float .5",
    "1.2.3": "float 1.2 | float .3",
    "1..2": "float 1. | float .2",
    "1a 1_": "integer 1 | name a | integer 1 | name _",
    "-1": "- | integer 1",
  });
});

describe("paths", () => {
  table({
    "./a ../a /a a/b a/b/c": "path ./a | path ../a | path /a | path a/b | path a/b/c",
    "1/2 1.5/2 -a/b +/b .a/b": "path 1/2 | path 1.5/2 | path -a/b | path +/b | path .a/b",
    "a /b": "name a | path /b",
    "a/ b": "name a | / | name b",
    "/ //": "/ | //",
    "a//b": "name a | // | name b",
    "./a//b": "path ./a/ | text /b",
    "~/a ~ ~/ ~a": "home ~/a | invalid ~ | invalid ~ | / | invalid ~ | name a",
    "<a> <a/b-c.d> < a> <a": "search <a> | search <a/b-c.d> | < | name a | > | < | name a",
    "<a//b>": "< | name a | // | name b | >",
    "</a>": "< | path /a | >",
    "a<b>c": "name a | search <b> | name c",
    "if/then": "path if/then",
    "./${a}": "path ./ | ${ | name a | }",
    "a/${b}": "path a/ | ${ | name b | }",
    "/${a}b/c-${d}": "path / | ${ | name a | } | text b/c- | ${ | name d | }",
    "~/${a}": "home ~/ | ${ | name a | }",
    "./a${b}": "path ./a | ${ | name b | }",
    "./a/${b}/c": "path ./a/ | ${ | name b | } | text /c",
    "./a/${b}/c/d/${e}": "path ./a/ | ${ | name b | } | text /c/d/ | ${ | name e | }",
    "./a ${b}": "path ./a | ${ | name b | }",
    "./a.b": "path ./a.b",
    "./a:b": "path ./a | : | name b",
    "./a*b": "path ./a | * | name b",
    "./a/*b*/c": "path ./a/ | * | name b | * | path /c",
    "a./b": "path a./b",
    ".../a": "path .../a",
    "./.": "path ./.",
    "...": "...",
    "....": "... | .",
    "..": ". | .",
    "-/a->b": "path -/a- | > | name b",
  });
});

describe("URIs", () => {
  table({
    "a:b x:y:z": "uri a:b | uri x:y:z",
    "a: b": "name a | : | name b",
    "a :b": "name a | : | name b",
    "_a:b": "name _a | : | name b",
    "a_b:c": "name a_b | : | name c",
    "a':b": "name a' | : | name b",
    "a.b+c-d:e": "uri a.b+c-d:e",
    "http://a.b/?c=d&e#f": "uri http://a.b/?c=d&e",
    "a:[": "name a | : | [",
    "a:''": "uri a:''",
    "a:{": "name a | : | {",
    "a:$b": "uri a:$b",
    "a:a/b": "uri a:a/b",
    "1:a": "integer 1 | : | name a",
    "a/b:c": "path a/b | : | name c",
    "a.b/c:d": "path a.b/c | : | name d",
    "a.b:c/d": "uri a.b:c/d",
  });
});

describe("strings", () => {
  table({
    '"" "a"': '" | " | " | text a | "',
    '"a${b}c"': '" | text a | ${ | name b | } | text c | "',
    '"\\${a} \\" \\\\"': '" | text \\${a} \\" \\\\ | "',
    '"$${a}"': '" | text $${a} | "',
    '"$$${a}"': '" | text $$ | ${ | name a | } | "',
    '"$" "$$" "a$"': '" | text $ | " | " | text $$ | " | " | text a$ | "',
    '"$\\${a}"': '" | text $\\${a} | "',
    '"${"${a}"}"': '" | ${ | " | ${ | name a | } | " | } | "',
    '"${{}}"': '" | ${ | { | } | } | "',
    "\"''\"": "\" | text '' | \"",
    "'' ''": "'' | text   | ''",
    "'''' ''a''": "'' | '' | '' | text a | ''",
    "'''''''''": "'' | escape ''' | escape ''' | escape '",
    "''a'''b''": "'' | text a | escape ''' | text b | ''",
    "''a''$b''": "'' | text a | escape ''$ | text b | ''",
    "''a''\\nb''": "'' | text a | escape ''\\n | text b | ''",
    "''a$b $ c''": "'' | text a$b $ c | ''",
    "''$''": "'' | escape $ | ''",
    "''a'b''": "'' | text a'b | ''",
    "''a'${b}''": "'' | text a | escape ' | ${ | name b | } | ''",
    "''$${a}''": "'' | text $${a} | ''",
    "''''${a}''": "'' | escape ''$ | text {a} | ''",
    "''${a}''": "'' | ${ | name a | } | ''",
  });

  test("the blanks and the line end behind an opening belong to it", () => {
    deepStrictEqual(tokensOf("''  \n  a''"), ["''  \n", "text   a", "''"]);
    deepStrictEqual(tokensOf("''  a''"), ["''", "text   a", "''"]);
    deepStrictEqual(tokensOf("''\t\na''"), ["''", "text \t\na", "''"]);
  });
});

describe("operators", () => {
  table({
    "== = === !=! !": "== | = | == | = | != | ! | !",
    "<= < <| |> &&": "<= | < | <| | |> | &&",
    ">= > >> =>": ">= | > | > | > | = | >",
    "++ + +++ // / ///": "++ | + | ++ | + | // | / | // | /",
    "-> - -- --> ->-": "-> | - | - | - | - | -> | -> | -",
    "& % ^ ` \\": "invalid & | invalid % | invalid ^ | invalid ` | invalid \\",
    "@ ? ; , . ... ( ) [ ] { } ${": "@ | ? | ; | , | . | ... | ( | ) | [ | ] | { | } | ${",
    "a?b a.b": "name a | ? | name b | name a | . | name b",
  });
});

test("one bar is no operator", () => {
  deepStrictEqual(tokensOf("|| | |||"), ["||", "invalid |", "||", "invalid |"]);
});

describe("blanks and comments", () => {
  table({
    "": "",
    " \t\r\n": "",
    "a # b\nc # d\re": "name a | name c | name e",
    "a/* b */c /***/ /**/ /* * / */": "name a | name c",
    "a /*/ b */": "name a",
    "/* a": "comment /* a",
    "a # /*\n b */": "name a | name b | * | /",
    "\f \v \u00a0": "invalid \f | invalid \v | invalid \u00a0",
    "\u00e4\u00f6 \u00fc": "invalid \u00e4\u00f6 | invalid \u00fc",
  });

  test("a NUL byte ends the file, but not in a string or a comment", () => {
    deepStrictEqual(tokensOf("a \0 b"), ["name a"]);
    deepStrictEqual(tokensOf("a # \0\n b"), ["name a", "name b"]);
    deepStrictEqual(tokensOf('"\0" b'), ['"', "text \0", '"', "name b"]);
  });
});
