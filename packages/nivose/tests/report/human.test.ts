import { Positions } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { humanDiagnostic, humanMessage, type Layout } from "../../src/report/human.ts";
import { colored, plain } from "../../src/report/style.ts";

const layout: Layout = { width: 80, sourceWidth: 80, style: plain };
const bytes = Buffer.from("{\n  a = 1;\n  a = 2;\n}\n");
const source = { name: "hosts/web.nix", bytes, positions: new Positions(bytes) };

describe("a message", () => {
  test("says whose doing it is", () => {
    const labels = (["mistake", "limit", "bug"] as const).map((kind) =>
      humanMessage({ code: "x", kind, text: "y" }, layout),
    );
    expect(labels).toEqual(["error: y [x]\n", "not supported by nivose: y [x]\n", "bug in nivose: y [x]\n"]);
    const looks = (["mistake", "limit", "bug"] as const).map((kind) =>
      humanMessage({ code: "x", kind, text: "" }, { ...layout, style: colored }).slice(0, 7),
    );
    expect(new Set(looks).size).toBe(3);
  });

  test("shows the place, the related place and what to do", () => {
    const text = humanDiagnostic(
      {
        code: "duplicate-attribute",
        kind: "mistake",
        text: "attribute 'a' already defined on line 2",
        hint: "remove one of them",
        range: { start: 13, end: 14 },
        related: [{ range: { start: 4, end: 5 }, text: "first defined here" }],
      },
      source,
      layout,
    );
    expect(text).toBe(
      [
        "error: attribute 'a' already defined on line 2 [duplicate-attribute]",
        "  at hosts/web.nix:3:3",
        "  2 |   a = 1;",
        "  3 |   a = 2;",
        "    |   ^",
        "  first defined here",
        "  at hosts/web.nix:2:3",
        "  2 |   a = 1;",
        "    |   -",
        "  hint: remove one of them",
        "",
      ].join("\n"),
    );
  });

  test("is broken where the terminal ends, and its code stays whole", () => {
    const narrow = { ...layout, width: 30 };
    const text = humanMessage(
      { code: "some-code", kind: "limit", text: "one two three four five six", hint: "seven ".repeat(9).trim() },
      narrow,
    );
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(30);
    expect(text).toContain("[some-code]\n");
    expect(text.replaceAll(/\s+/gu, " ")).toContain("one two three four five six [some-code]");
  });

  test("lets nothing through that a terminal would obey", () => {
    const text = humanMessage(
      { code: "x", kind: "mistake", text: "a\u001b]0;b\u0007", hint: "\u009bc" },
      layout,
      "d\u001b[2J",
    );
    // oxlint-disable-next-line no-control-regex -- that there are none is what is tested
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
  });
});
