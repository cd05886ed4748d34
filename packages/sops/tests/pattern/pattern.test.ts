import { deepStrictEqual } from "node:assert/strict";
import { describe, test } from "vitest";
import { compilePattern } from "../../src/pattern/pattern.ts";
import { refuses } from "../support.ts";

describe("a regular expression of Go", () => {
  // each with a text that it matches and one that it does not, as Go says
  test.each([
    ["secrets/[^/]+\\.yaml$", "hosts/secrets/luna.yaml", "secrets/a/b.yaml"],
    ["^(password|token)$", "token", "tokens"],
    ["(?i)^Secret", "sEcReTs", "a secret"],
    ["a.b", "a\u2028b", "a\nb"],
    ["(?s)a.b", "a\nb", "ab"],
    ["(?m)^b$", "a\nb\nc", "a b c"],
    ["a$", "a", "a\n"],
    ["^\\s$", "\t", "\v"],
    ["^\\S$", "\u00a0", " "],
    ["^\\w+$", "a_1", "é"],
    ["^\\d$", "7", "٧"],
    ["^[[:alpha:]_]+$", "a_b", "é"],
    ["^[\\D\\]]$", "]", "1"],
    ["^\\pL+$", "éß", "1"],
    ["^\\p{Greek}$", "β", "b"],
    ["^\\Qa.b\\E$", "a.b", "axb"],
    ["^x{2,3}?y$", "xxy", "xy"],
    ["^x{,2}$", "x{,2}", "xx"],
    ["^\\x{1F600}$", "😀", "x"],
    ["^.$", "😀", "ab"],
    ["^\\bab\\b$", "ab", "abc"],
    ["(?P<host>luna)-(?:a|b)", "luna-b", "luna-c"],
    ["^[]a]$", "]", "b"],
    ["^(a|b|)+c$", "abac", "adc"],
    ["^(?:a{2}){2,}$", "aaaaaa", "aaa"],
    ["^(?:ab?){0,2}$", "aba", "aaa"],
    ["^\\p{Any}$", "😀", "ab"],
    ["(?i)\\bx", "a X", "ax"],
    ["(?U)^a+$", "aa", "ab"],
    ["", "anything", undefined],
  ])("%s", (pattern, matching, other) => {
    const matches = compilePattern(pattern);
    deepStrictEqual([matches(matching), other !== undefined && matches(other)], [true, false]);
  });

  test.each([
    "(",
    ")",
    "[a",
    "*",
    "a**",
    "(?=a)",
    "(?<!a)",
    "(a)\\1",
    "\\_x\\y",
    "[b-a]",
    "a{1001}",
    "(a{100}){11}",
    "(?s:a)**",
    "(?P<n>a)(?P<n>b)",
    "[[:no:]]",
  ])("%s is none", (pattern) => {
    refuses(() => compilePattern(pattern), "sops-pattern");
  });

  test.each([
    ["(a+)+b$", "a".repeat(50)],
    ["^(?:a|a?)+$", `${"a".repeat(50)}b`],
    ["^(?:(?:a*)*)*b", "a".repeat(200)],
    ["(?:x{0,30}){0,33}y$", "x".repeat(200)],
  ])("%s is told in time that it does not match", (pattern, text) => {
    deepStrictEqual(compilePattern(pattern)(text), false);
  });

  test("one that is nested too deeply is none", () => {
    refuses(() => compilePattern("(".repeat(100_000)), "sops-pattern");
  });

  test.each(["a(?i)b", "(?i:a)", "(?i)\\pL", "\\C", "[[:^alpha:]]", "a(?m)*"])("%s is beyond us", (pattern) => {
    refuses(() => compilePattern(pattern), "sops-pattern-limit");
  });
});
