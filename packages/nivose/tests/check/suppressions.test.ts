/** Comments that keep findings from being told: what they are, and for which line. */
import { expect, test } from "vitest";
import type { Repository } from "../../src/check/source/repository.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";
import { suppressionsIn } from "../../src/check/suppressions.ts";

function linesIn(text: string): (number | undefined)[] {
  return found(text).map(({ line }) => line);
}

function found(text: string) {
  const file = new SourceFile("a.nix", Buffer.from(text));
  const repository = { files: new Map([["a.nix", file]]), tracked: new Set(["a.nix"]), read: () => undefined };
  return suppressionsIn(repository as unknown as Repository);
}

test.each([
  ["its own line, if something stands before it", "{\n  a = 1; # nivose allow x: y\n  b = 2;\n}\n", [2]],
  ["the next line otherwise", "{\n  # nivose allow x: y\n  b = 2;\n}\n", [3]],
  ["the next line of code", "{\n  # nivose allow x: y\n\n  # more\n  b = 2;\n}\n", [5]],
  ["no line of code, if there is none", "{ }\n# nivose allow x: y\n", [4]],
  ["the whole file", "# nivose allow-file x: y\n{ }\n", [undefined]],
])("is for %s", (_, text, lines) => {
  expect(linesIn(text)).toEqual(lines);
});

test.each([
  ["a text", '{ a = "# nivose allow x: y"; }\n'],
  ["an indented text", "{ a = ''\n  # nivose allow x: y\n''; }\n"],
  ["other comments", "# nivose allows x: y\n# we allow x: y\n{ }\n"],
])("is not in %s", (_, text) => {
  expect(linesIn(text)).toEqual([]);
});

test("is behind a text that looks like one", () => {
  const [only] = found('{ a = "# nivose allow x: y"; } # nivose allow z\n');
  expect(only).toMatchObject({ codes: ["z"], reason: undefined });
});

test("has several codes with commas between them, and a reason", () => {
  const [only] = found("{ } # nivose allow a-b, c d: because: it is so\n");
  expect(only).toMatchObject({ codes: ["a-b", "c", "d"], reason: "because: it is so" });
});
