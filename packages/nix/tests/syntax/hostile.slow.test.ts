/**
 * Sources that are made to exhaust a parser: a million of everything that nests or repeats, and files of a hundred
 * megabytes. What is asked for is an answer, within the test's time and memory.
 */

import { ok, strictEqual } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rolldown } from "rolldown";
import { describe, test } from "vitest";
import { analyze, parse, print } from "../../src/syntax/index.ts";
import { nestings } from "./support/nestings.ts";
import { soundTree } from "./support/sound.ts";

const MILLION = 1_000_000;
const MEGABYTES = 1024 * 1024;

describe("a million", () => {
  test.each(nestings)("$name", ({ make, isDeep }) => {
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
  test.each([
    { name: "one comment", head: "/*", fill: "a ", tail: "*/1", accepted: true },
    { name: "one comment without an end", head: "/*", fill: "* ", tail: "", accepted: false },
    { name: "one string", head: '"', fill: "a\n", tail: '"', accepted: true },
    { name: "one indented string", head: "''", fill: "  a\n", tail: "''", accepted: true },
    { name: "one name", head: "a", fill: "a", tail: "", accepted: false },
    { name: "one integer", head: "1", fill: "1", tail: "", accepted: false },
    { name: "fifty million integers", head: "[ ", fill: "1 ", tail: "]", accepted: true },
  ])("$name", { timeout: 120_000 }, ({ head, fill, tail, accepted }) => {
    const source = Buffer.alloc(100 * MEGABYTES, fill);
    source.write(head);
    source.write(tail, source.length - tail.length);
    const tree = parse(source);
    strictEqual(analyze(tree).diagnostics.length === 0, accepted);
    strictEqual(Buffer.compare(print(tree), source), 0);
  });

  test("random bytes", { timeout: 120_000 }, () => {
    const source = Buffer.alloc(100 * MEGABYTES);
    // not zero, which would end the file
    for (let at = 0, state = 1; at < source.length; at++) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      source[at] = (state >>> 16) & 255 || 1;
    }
    const tree = parse(source);
    ok(analyze(tree).diagnostics.length > 0);
    strictEqual(Buffer.compare(print(tree), source), 0);
  });

  test("more than can be read is refused and kept", () => {
    const source = Buffer.alloc(256 * MEGABYTES + 1, " ");
    const tree = parse(source);
    strictEqual(tree.diagnostics[0]!.code, "source-too-large");
    strictEqual(Buffer.compare(print(tree), source), 0);
  });
});

describe("the default limit of nesting", () => {
  test("fits two thirds of Node's stack, 200 frames deep and without the optimizing compiler", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "syntax-stack-"));
    try {
      const build = await rolldown({
        input: path.join(import.meta.dirname, "support/stack.ts"),
        platform: "node",
        external: ["vitest"],
      });
      const file = path.join(folder, "stack.mjs");
      await build.write({ file, format: "esm" });
      await build.close();
      // Node's own limit is 984 kilobytes
      const argv = ["--no-opt", "--stack-size=656", file];
      strictEqual(execFileSync(process.execPath, argv, { encoding: "utf8" }), "");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
