import { describe, expect, test } from "vitest";
import { fillTemplate } from "../../src/scaffold/template.ts";

const fill = (text: string, values: Parameters<typeof fillTemplate>[1]) => fillTemplate(text, values, "t");

describe("a template", () => {
  test("takes values within a line", () => {
    expect(fill("a @x@ b @x@ @y@.", { x: "1", y: ["p", "q"] })).toBe("a 1 b 1 p q.");
  });

  test("takes any number of lines where a placeholder is alone", () => {
    expect(fill("[\n  @x@\n]", { x: ["a", "", "b"] })).toBe("[\n  a\n\n  b\n]");
    expect(fill("[\n  @x@\n]", { x: "a\nb" })).toBe("[\n  a\n  b\n]");
    expect(fill("[\n  @x@\n]", { x: "" })).toBe("[\n]");
  });

  test("keeps and drops lines", () => {
    const text = "1\n# @if a@\n2\n@else@\n3\n// @end@\n<!-- @if !b@ -->\n4\n@if a@\n5\n@end@\n<!-- @end@ -->\n6";
    expect(fill(text, { a: true, b: "" })).toBe("1\n2\n4\n5\n6");
    expect(fill(text, { a: false, b: ["x"] })).toBe("1\n3\n6");
  });

  test("leaves alone what only looks like a placeholder", () => {
    expect(fill("{ a, ... }@args: actions/checkout@v4 x@Y@", {})).toBe("{ a, ... }@args: actions/checkout@v4 x@Y@");
  });

  test("refuses names without a value, and an open condition", () => {
    expect(() => fill("@x@", {})).toThrow("no value for @x@");
    expect(() => fill("@if x@\n@end@", {})).toThrow("no value for the condition x");
    expect(() => fill("@if x@", { x: true })).toThrow("has no @end@");
  });
});
