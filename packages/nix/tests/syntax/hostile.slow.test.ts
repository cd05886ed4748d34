/**
 * Sources that are made to exhaust a parser: a million of everything that nests or repeats, and files of a hundred
 * megabytes. What is asked for is an answer, within the test's time and memory.
 */

import { ok, strictEqual } from "node:assert/strict";
import { afterAll, beforeAll, describe, test } from "vitest";
import { analyze, MAX_SOURCE_BYTES, parse, print } from "../../src/syntax/index.ts";
import { nestings } from "./support/nestings.ts";
import { Program } from "./support/program.ts";
import { soundTree } from "./support/sound.ts";

const MILLION = 1_000_000;

describe("a million", () => {
  test.each(nestings)("$name", { timeout: 120_000 }, ({ make, isDeep }) => {
    const tree = parse(Buffer.from(make(MILLION), "latin1"), { pipeOperators: true });
    const { diagnostics } = analyze(tree);
    ok(diagnostics.length <= 2002, `${diagnostics.length} diagnostics`);
    strictEqual(
      diagnostics.some(({ code }) => code === "nesting-too-deep"),
      isDeep,
    );
  });
});

describe("ten thousand make a sound tree", () => {
  test.each(nestings)("$name", ({ make }) => {
    soundTree(make(10_000), { pipeOperators: true });
  });
});

describe("a hundred megabytes", () => {
  let program: Program;
  beforeAll(async () => {
    program = await Program.make("hundred-megabytes");
  });
  afterAll(() => program.remove());

  test.each([
    { name: "one comment", source: ["/*", "a ", "*/1"], answer: "accepted" },
    { name: "one comment without an end", source: ["/*", "* ", ""], answer: "refused" },
    { name: "one string", source: ['"', "a\n", '"'], answer: "accepted" },
    { name: "one indented string", source: ["''", "  a\n", "''"], answer: "accepted" },
    { name: "one name", source: ["a", "a", ""], answer: "refused" },
    { name: "one integer", source: ["1", "1", ""], answer: "refused" },
    { name: "fifty million integers", source: ["[ ", "1 ", "]"], answer: "accepted" },
    {
      name: "bindings, the nodes of which would take more than there is",
      source: ["{", "a=1;", "}"],
      answer: "too large",
    },
    { name: "random bytes", source: ["random"], answer: "refused" },
  ])("$name", { timeout: 120_000 }, ({ source, answer }) => {
    strictEqual(program.run([], source), answer);
  });
});

test("more than can be read is refused, and kept", () => {
  const source = Buffer.alloc(MAX_SOURCE_BYTES + 1, " ");
  const tree = parse(source);
  strictEqual(tree.diagnostics[0]!.code, "source-too-large");
  strictEqual(Buffer.compare(print(tree), source), 0);
});

test("the default limit of nesting fits two thirds of Node's stack, 200 frames deep and never optimized", async () => {
  const program = await Program.make("stack");
  try {
    // Node's own limit is 984 kilobytes
    strictEqual(program.run(["--no-opt", "--stack-size=656"], []), "");
  } finally {
    program.remove();
  }
});
