import { parse } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { outline } from "../../src/report/outline.ts";
import { plain } from "../../src/report/style.ts";

function outlined(text: string): string {
  return [...outline(parse(Buffer.from(text)), plain)].join("");
}

describe("an outline", () => {
  test("has a line for every node, with its role, its place and the text of leaves", () => {
    expect(outlined("f {\n  a = 1;\n}")).toBe(
      [
        "File 1:1-3:2",
        "  expression Apply 1:1-3:2",
        "    function Identifier 1:1-1:2 f",
        "    AttrSet 1:3-3:2",
        "      Binding 2:3-2:9",
        "        attrPath AttrPath 2:3-2:4",
        "          Identifier 2:3-2:4 a",
        "        value Integer 2:7-2:8 1",
        "",
      ].join("\n"),
    );
  });

  test("keeps a text of several lines on one", () => {
    expect(outlined('"a\nb\u001b"')).toContain("Text 1:2-2:3 a\u240ab\u241b\n");
  });

  test("does not grow with the square of the depth", () => {
    const levels = 20_000;
    const text = outlined(`${"1 + ".repeat(levels)}1`);
    expect(text.split("Binary")).toHaveLength(levels + 1);
    expect(text.length).toBeLessThan(levels * 1500);
  });
});
