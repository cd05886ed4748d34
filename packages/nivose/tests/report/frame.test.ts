import { Positions } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { frame } from "../../src/report/frame.ts";
import { plain } from "../../src/report/style.ts";

interface Shape {
  readonly width?: number;
  readonly before?: boolean;
}

/** The frame of the range of `marked` in a text, or of a range. */
function framed(
  text: string | Uint8Array,
  marked: string | readonly [number, number],
  { width = 80, before = false }: Shape = {},
) {
  const source = typeof text === "string" ? Buffer.from(text) : text;
  const [start, end] = typeof marked === "string" ? rangeOf(source, marked) : marked;
  return frame(
    source,
    new Positions(source),
    { start, end },
    { width, style: plain, mark: (mark) => mark, pointer: "^", before },
  );
}

function rangeOf(source: Uint8Array, marked: string): readonly [number, number] {
  const start = Buffer.from(source).indexOf(marked);
  return [start, start + Buffer.byteLength(marked)];
}

describe("a frame", () => {
  test("underlines a range", () => {
    expect(framed("{\n  a = b;\n}\n", "b")).toEqual(["2 |   a = b;", "  |       ^"]);
  });

  test("shows the line before, unless it is empty", () => {
    expect(framed("{\n  a = b;\n}\n", "b", { before: true })).toEqual(["1 | {", "2 |   a = b;", "  |       ^"]);
    expect(framed("{\n\n  a = b;\n}\n", "b", { before: true })).toEqual(["3 |   a = b;", "  |       ^"]);
  });

  test("makes room for the longest line number", () => {
    expect(framed(`${"\n".repeat(98)}x\ny`, "y", { before: true })).toEqual([" 99 | x", "100 | y", "    | ^"]);
  });

  test("marks one column of an empty range, and of the end of the file", () => {
    expect(framed("a b", [2, 2])).toEqual(["1 | a b", "  |   ^"]);
    expect(framed("a b", [3, 3])).toEqual(["1 | a b", "  |    ^"]);
    expect(framed("a\n", [2, 2])).toEqual(["2 |", "  | ^"]);
    expect(framed("", [0, 0])).toEqual(["1 |", "  | ^"]);
    expect(framed("a", [5, 9])).toEqual(["1 | a", "  |  ^"]);
  });

  test("shows the first and the last line of a range over several", () => {
    expect(framed("a = {\n  b = 1;\n  c = 2;\n};\n", [4, 25])).toEqual([
      "1 | a = {",
      "  |     ^",
      "  ...",
      "4 | };",
      "  | ^",
    ]);
    expect(framed("ab\ncd\n", [1, 4])).toEqual(["1 | ab", "  |  ^", "2 | cd", "  | ^"]);
  });

  test("counts a line break at the end of a range to the line that it ends", () => {
    expect(framed("ab\ncd\n", [0, 3])).toEqual(["1 | ab", "  | ^^"]);
  });

  test("knows all line breaks that Nix knows", () => {
    expect(framed("a\r\nbc\rd\n", "c")).toEqual(["2 | bc", "  |  ^"]);
    expect(framed("a\r\nbc\rd\n", "d")).toEqual(["3 | d", "  | ^"]);
  });

  test("turns tabs into blanks, up to the next stop", () => {
    expect(framed("\ta\tb", "b")).toEqual(["1 |     a   b", "  |         ^"]);
    expect(framed("ab\tc", "\t")).toEqual(["1 | ab  c", "  |   ^^"]);
  });

  test("gives wide characters two columns, and combining ones none", () => {
    expect(framed('"日本" x', "x")).toEqual(['1 | "日本" x', "  |        ^"]);
    expect(framed('"日本" x', "本")).toEqual(['1 | "日本" x', "  |    ^^"]);
    expect(framed("e\u0301 x", "x")).toEqual(["1 | e\u0301 x", "  |   ^"]);
    expect(framed("# 🎉 x", "x")).toEqual(["1 | # 🎉 x", "  |      ^"]);
  });

  test("shows each byte that is no UTF-8, overlong forms and surrogates too", () => {
    expect(framed(Buffer.from("a\xffb", "latin1"), "b")).toEqual(["1 | a\ufffdb", "  |   ^"]);
    expect(framed(Buffer.from("\xc0\x80\xed\xa0\x80\xe2\x82x", "latin1"), "x")).toEqual([
      `1 | ${"\ufffd".repeat(7)}x`,
      "  |        ^",
    ]);
    expect(framed("\ufffdx", "x")).toEqual(["1 | \ufffdx", "  |  ^"]);
  });

  test("lets nothing through that a terminal would obey or that changes the order of reading", () => {
    expect(framed("\u001b[31m x", "x")).toEqual(["1 | \u241b[31m x", "  |       ^"]);
    expect(framed("\u202e x \u0000\u007f\u0085", "x")).toEqual(["1 | \ufffd x \u2400\u2421\ufffd", "  |   ^"]);
  });

  test("cuts a long line around the range", () => {
    const long = `${"a ".repeat(200)}HERE${" b".repeat(200)}`;
    const [line, mark] = framed(long, "HERE", { width: 40 });
    expect(line).toMatch(/^1 \| \.\.\..*HERE.*\.\.\.$/u);
    expect(line).toHaveLength(40);
    expect(mark!.indexOf("^")).toBe(line!.indexOf("HERE"));
    expect(mark!.trimEnd()).toHaveLength(line!.indexOf("HERE") + 4);
  });

  test("cuts behind a range that is near the start, and before one that is near the end", () => {
    expect(framed(`HERE${" b".repeat(200)}`, "HERE", { width: 40 })[0]).toMatch(/^1 \| HERE.*\.\.\.$/u);
    expect(framed(`${"a ".repeat(200)}HERE`, "HERE", { width: 40 })[0]).toMatch(/^1 \| \.\.\..* HERE$/u);
  });

  test("shows the start of a range that is longer than the line may be", () => {
    const [line, mark] = framed(`x = "${"y".repeat(500)}";`, [4, 506], { width: 40 });
    expect(line).toMatch(/^1 \| .*"y+\.\.\.$/u);
    expect(mark!.length).toBeLessThanOrEqual(40);
  });

  test("does not decode a line of a megabyte", () => {
    const line = Buffer.alloc(1 << 20, "é");
    const rows = framed(Buffer.concat([line, Buffer.from("HERE"), line]), "HERE", { width: 60 });
    expect(rows[0]).toContain("éHEREé");
    expect(rows[0]).not.toContain("\ufffd");
    expect(rows[1]!.indexOf("^")).toBe(rows[0]!.indexOf("HERE"));
  });

  test("never exceeds its width, and never fails", () => {
    const bytes = Buffer.from("日本\tabc\xff\u001b é\n".repeat(40) + "x".repeat(300));
    for (let start = 0; start <= bytes.length; start += 3) {
      for (const length of [0, 1, 7, 90]) {
        for (const row of framed(bytes, [start, start + length], { width: 30 }))
          expect(row.length).toBeLessThanOrEqual(30);
      }
    }
  });
});
