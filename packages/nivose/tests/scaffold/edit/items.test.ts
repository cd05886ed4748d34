/** What is put into a set and taken out again leaves its words and its comments as they were, wherever it was put. */

import { formatSource } from "@nivose/nix/format";
import { Node, type Ref } from "@nivose/nix/syntax";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SourceFile } from "../../../src/check/source/source-file.ts";
import { setsOf } from "../../../src/scaffold/edit/attributes.ts";
import { type Beside, insertItem, itemsOf, removeItem } from "../../../src/scaffold/edit/items.ts";

const value = fc.constantFrom("1", '"text"', "[ ]", "{ }", "[ 1 2 ]", "{ x = 1; y = 2; }", "x: x", "./file.nix");
const comment = fc.constantFrom("", "# one line\n", "# two\n# lines\n");
const bindings = fc.uniqueArray(fc.tuple(fc.constantFrom("a", "b.c", "d", '"e f"', "g", "h"), value, comment), {
  selector: ([name]) => name,
  maxLength: 5,
});

describe("a binding of a formatted set", () => {
  test("comes and goes", () => {
    fc.assert(
      fc.property(bindings, fc.boolean(), value, fc.nat(), fc.boolean(), (items, areApart, text, place, isBefore) => {
        const lines = items.map(([name, each, above]) => `${above}${name} = ${each};`);
        const file = formatted(`{ lib, ... }:\n{\n${lines.join(areApart ? "\n\n" : "\n")}\n}\n`);
        const at = itemsOf(file.tree, setOf(file));
        const chosen = at[place % Math.max(1, at.length)];
        const beside: Beside = chosen === undefined ? {} : isBefore ? { before: chosen } : { after: chosen };
        const more = insertItem(file, setOf(file), `zzz = ${text};`, beside);
        expect(more.tree.diagnostics).toEqual([]);
        const added = itemsOf(more.tree, setOf(more)).find((item) => more.text(item).startsWith("zzz"));
        const less = removeItem(more, setOf(more), added!);
        expect(words(less)).toEqual(words(file));
        expect(comments(less)).toEqual(comments(file));
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe("a binding of a set in a file with carriage returns", () => {
  test("has one, too, and the bytes are what they were when it is gone", () => {
    fc.assert(
      fc.property(bindings, fc.boolean(), value, fc.nat(), fc.boolean(), (items, areApart, text, place, isBefore) => {
        const lines = items.map(([name, each, above], index) => {
          const behind = index % 2 === 0 ? "" : " # why";
          return `${above}${name} = ${each};${behind}`.replaceAll("\n", "\n  ");
        });
        const source = `{ lib, ... }:\n{\n${lines.map((line) => `  ${line}\n`).join(areApart ? "\n" : "")}}\n`;
        const file = new SourceFile("a.nix", Buffer.from(source.replaceAll("\n", "\r\n")));
        const at = itemsOf(file.tree, setOf(file));
        const chosen = at[place % Math.max(1, at.length)];
        const beside: Beside = chosen === undefined ? {} : isBefore ? { before: chosen } : { after: chosen };
        const more = insertItem(file, setOf(file), `zzz = {\n  y = ${text};\n};`, beside);
        expect(more.tree.diagnostics).toEqual([]);
        expect(Buffer.from(more.bytes).toString()).not.toMatch(/(?<!\r)\n|\r(?!\n)/u);
        const added = itemsOf(more.tree, setOf(more)).find((item) => more.text(item).startsWith("zzz"));
        const less = removeItem(more, setOf(more), added!);
        expect(words(less)).toEqual(words(file));
        expect(comments(less)).toEqual(comments(file));
        expect(Buffer.from(less.bytes).toString()).not.toMatch(/(?<!\r)\n|\r(?!\n)/u);
        // at the end it was put where it can be taken from without a trace
        const isExact = !isBefore && chosen !== undefined && chosen === at.at(-1);
        const wanted = isExact ? file : less;
        expect(Buffer.from(less.bytes).toString()).toBe(Buffer.from(wanted.bytes).toString());
      }),
      { numRuns: 100, seed: 1 },
    );
  });

  test("keeps the line ends of texts", () => {
    const file = new SourceFile("a.nix", Buffer.from("{\r\n  a = 1; # don't\r\n}\r\n"));
    const more = insertItem(file, setOf(file), "# it's\nb = ''\n  x\n'';\nc = \"\n\";");
    expect(Buffer.from(more.bytes).toString()).toBe(
      "{\r\n  a = 1; # don't\r\n  # it's\r\n  b = ''\n    x\n  '';\r\n  c = \"\n  \";\r\n}\r\n",
    );
  });
});

function setOf(file: SourceFile): Ref {
  return setsOf(file.tree, file.expression)[0]!;
}

function formatted(text: string): SourceFile {
  const result = formatSource(new TextEncoder().encode(text));
  if (!("text" in result)) throw new Error(text);
  return new SourceFile("a.nix", result.text);
}

function words({ tree }: SourceFile): readonly string[] {
  return Array.from({ length: tree.tokenCount }, (_, token) => tree.tokenText(token));
}

function comments({ bytes }: SourceFile): readonly string[] {
  return Buffer.from(bytes).toString().match(/#.*/gu) ?? [];
}

describe("an element of a list that is on one line", () => {
  test.each([
    ["a path", "{\n  modules = [ ./a.nix ];\n}\n"],
    ["a path, where others are so", "{\n  imports = [ ./b.nix ];\n  modules = [ ./a.nix ];\n}\n"],
    [
      "a path below another, where others are spread out",
      "{\n  imports = [\n    ./b.nix\n  ];\n  modules = [\n    ./a.nix\n  ];\n}\n",
    ],
    ["a name", "{\n  modules = [ a ];\n}\n"],
  ])("comes and goes: %s", (_, text) => {
    const file = formatted(text);
    const more = insertItem(file, lastList(file), "./z.nix");
    const less = removeItem(more, lastList(more), itemsOf(more.tree, lastList(more)).at(-1)!);
    expect(Buffer.from(less.bytes).toString()).toBe(text);
  });
});

function lastList(file: SourceFile): Ref {
  return [...file.nodes(Node.List)].toSorted((one, other) => file.tree.start(one) - file.tree.start(other)).at(-1)!;
}
