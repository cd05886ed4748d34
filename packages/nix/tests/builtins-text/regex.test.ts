import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import fc from "fast-check";
import { describe, test } from "vitest";
import { compileRegex, type Captures, type Regex } from "../../src/builtins/text/regex/index.ts";
import { parseRegex } from "../../src/builtins/text/regex/parse.ts";
import { regexPattern, regexText } from "./support/generated.ts";
import { piecesOf } from "./support/pieces.ts";
import { matchNaively, splitNaively, TooSlow } from "./support/naive-regex.ts";

function regex(pattern: string): Regex {
  const compiled = compileRegex(pattern);
  if (compiled.kind === "error") throw new Error(compiled.message.text);
  return compiled;
}

function codeOf(pattern: string): string | undefined {
  const compiled = compileRegex(pattern);
  return compiled.kind === "error" ? compiled.message.code : undefined;
}

const NO: Captures | undefined = undefined;

describe("a whole match", () => {
  test.each<[what: string, pattern: string, text: string, captures: Captures | undefined]>([
    ["has no captures without groups", "a.c", "abc", []],
    ["covers the text", "b", "abc", NO],
    ["tries the left alternative first", "(a|ab)(c|bcd)(d*)", "abcd", ["a", "bcd", ""]],
    ["is greedy", "(a*)(a*)", "aa", ["aa", ""]],
    ["keeps what a group held in an earlier round", "((a)|b)*", "ab", ["b", "a"]],
    ["goes round once more for the empty alternative", "(|a)*", "a", [""]],
    ["knows groups that took no part", "(a)|(b)", "b", [undefined, "b"]],
    ["counts groups that are repeated no times", "(a){0}(b)", "b", [undefined, "b"]],
    ["lets the dot match a line feed", "a.b", "a\nb", []],
    ["lets the dot match a byte and not a character", "..", "\xc3\xa9", []],
    ["has anchors anywhere", "(^a$)|b^", "a", ["a"]],
    ["takes empty patterns", "", "", []],
    ["takes empty alternatives", "a||b", "", []],
    ["takes a closing bracket or brace as it is", "]}", "]}", []],
    ["repeats repetitions", "(a{2}){2}{2}", "aaaaaaaa", ["aa"]],
    ["needs no more than the next byte", "(a+)-([b-d]+)(-x)?", "aa-bcd", ["aa", "bcd", undefined]],
    ["needs what is behind the next byte", "(a+)(ab)?", "aab", ["a", "ab"]],
  ])("%s", (_, pattern, text, captures) => {
    deepStrictEqual(regex(pattern).match(text), captures);
  });
});

describe("brackets", () => {
  test.each<[what: string, pattern: string, inside: string, outside: string]>([
    ["hold a closing bracket that comes first", "[]a]", "]", "b"],
    ["hold one also when they are negated", "[^]a]", "b", "]"],
    ["hold a dash at the end", "[a-]", "-", "b"],
    ["hold a dash at the start", "[-a]", "-", "b"],
    ["hold a dash as the end of a range", "[+--]", ",", "."],
    ["hold a backslash", "[\\n]", "\\", "m"],
    ["know classes in any case", "[[:ALPHA:]]", "q", "1"],
    ["know the classes d, s and w", "[[:w:]]", "_", "-"],
    ["have no letters beyond ASCII", "[[:alpha:]]", "a", "\xe9"],
    ["know collating elements by name", "[[.hyphen.]]", "-", "h"],
    ["start ranges with them", "[[.a.]-c]", "b", "d"],
    ["take a letter for its capital in an equivalence", "[[=a=]]", "A", "b"],
    ["order bytes by their sign", "[\x80-\x01]", "\xff", "\x02"],
  ])("%s", (_, pattern, inside, outside) => {
    deepStrictEqual(regex(pattern).match(inside), []);
    strictEqual(regex(pattern).match(outside), undefined);
  });
});

describe("an error", () => {
  test.each([
    ..."( ) [ [] [a [a-b-c] [b-a] [[:nope:]] [[.nope.]] [[=.=]] [[:alpha:]-z]".split(" "),
    ..."* +a a|*b (?:a) ^* a{ a{,2} a{2,1} a{x} {1} \\ \\d \\n \\] \\}".split(" "),
  ])("is %s", (pattern) => {
    strictEqual(codeOf(pattern), "invalid-regex");
  });

  test("quotes the pattern as Nix does", () => {
    const compiled = compileRegex("\\d");
    ok(compiled.kind === "error");
    strictEqual(compiled.message.text, "invalid regular expression '\\d'");
  });

  // Where Nix's library gives up, to the state.
  test.each([
    ["a{N}", 99_993],
    ["(a|b){N}", 12_498],
    ["(ab?c+){N}", 11_109],
    ["a{N,}", 99_992],
    ["a{0,N}", 49_996],
    ["(a{2,5}){N}", 7690],
    ["((a)(b)){N}c*", 9089],
    ["x|a{N}|y*", 99_984],
  ])("is %s with one more than %i", (pattern, most) => {
    strictEqual(codeOf(pattern.replace("N", String(most))), undefined);
    strictEqual(codeOf(pattern.replace("N", String(most + 1))), "regex-too-large");
  });

  test("comes from what is read first", () => {
    strictEqual(codeOf("a{200000}("), "regex-too-large");
    strictEqual(codeOf("a{200000}\\"), "invalid-regex");
    strictEqual(codeOf("a{100000,2}"), "regex-too-large");
  });
});

describe("splitting", () => {
  test.each<[what: string, pattern: string, text: string, pieces: readonly (string | Captures)[]]>([
    ["without a match gives the text", "x", "abc", ["abc"]],
    ["gives captures between pieces", "([ac])", "abc", ["", ["a"], "b", ["c"], ""]],
    ["takes the longest alternative", "a|ab", "abab", ["", [], "", [], ""]],
    ["at empty matches", "", "ab", ["", [], "a", [], "b", [], ""]],
    ["prefers a later alternative that reaches further", "()|b", "b", ["", [undefined], "", [""], ""]],
    ["has only one start", "^a", "aa", ["", [], "a"]],
    ["has only one end", "a$", "aa", ["a", [], ""]],
    ["goes on behind a match", "aa", "aaaaa", ["", [], "", [], "a"]],
    ["counts groups that are repeated no times", "a(){0}", "ba", ["b", [undefined], ""]],
    ["finds texts without looking for patterns", "[.]\\*", "a.*b.*.*", ["a", [], "b", [], "", [], ""]],
  ])("%s", (_, pattern, text, pieces) => {
    deepStrictEqual(piecesOf(regex(pattern), text), pieces);
  });
});

describe("long texts", () => {
  const long = "a".repeat(1_000_000);

  test("are no deep recursion", () => {
    deepStrictEqual(regex("(a|b)*").match(long), ["a"]);
    strictEqual(piecesOf(regex("(a|b)*"), long).length, 5);
  });

  test("take no more than linear time where backtracking would take forever", () => {
    strictEqual(regex("(a*)*b").match(long), undefined);
    strictEqual(piecesOf(regex("(a|aa)+b"), long).length, 1);
    strictEqual(regex("((a?){20}){20}c").match("a".repeat(50)), undefined);
  });

  test("of nested groups are parsed", () => {
    const nested = (depth: number): string => `${"(".repeat(depth)}a${")".repeat(depth)}`;
    strictEqual(regex(nested(30_000)).match("a")!.length, 30_000);
    strictEqual(codeOf(nested(40_000)), "regex-too-large");
    strictEqual(codeOf("(".repeat(90_000)), "invalid-regex");
  });
});

test("a pattern is as right when a text before had several ways to match", () => {
  const pattern = regex("(a|b)(b|c)?(c?)");
  deepStrictEqual(pattern.match("a"), ["a", undefined, ""]);
  deepStrictEqual(pattern.match("ac"), ["a", "c", ""]);
  deepStrictEqual(pattern.match("a"), ["a", undefined, ""]);
  deepStrictEqual(pattern.match("abc"), ["a", "b", "c"]);
});

describe("any pattern and text", () => {
  const cases = fc.tuple(regexPattern, regexText);

  /** What the naive matcher finds, if there is anything to compare. */
  function naively<Result>(action: () => Result): { readonly result: Result } | undefined {
    try {
      return { result: action() };
    } catch (error) {
      if (error instanceof TooSlow) return undefined;
      throw error;
    }
  }

  test("match as if every way were tried in turn", () => {
    fc.assert(
      fc.property(cases, ([pattern, text]) => {
        if (codeOf(pattern) !== undefined) return;
        const expected = naively(() => matchNaively(parseRegex(pattern), text));
        if (expected !== undefined) deepStrictEqual(regex(pattern).match(text), expected.result);
      }),
      { numRuns: 2000 },
    );
  });

  test("split as if every way were tried in turn", () => {
    fc.assert(
      fc.property(cases, ([pattern, text]) => {
        if (codeOf(pattern) !== undefined) return;
        const expected = naively(() => splitNaively(parseRegex(pattern), text));
        if (expected !== undefined) deepStrictEqual(piecesOf(regex(pattern), text), expected.result);
      }),
      { numRuns: 2000 },
    );
  });

  test("lose nothing when they are split", () => {
    fc.assert(
      fc.property(cases, ([pattern, text]) => {
        const compiled = compileRegex(`(${pattern})`);
        if (compiled.kind === "error") return;
        const pieces = piecesOf(compiled, text);
        strictEqual(pieces.map((piece) => (typeof piece === "string" ? piece : piece[0])).join(""), text);
      }),
    );
  });
});
