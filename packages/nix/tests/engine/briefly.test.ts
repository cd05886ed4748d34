/** Evaluations in this thread: which are short enough for it, and that nothing is heard of those that are not. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { evaluateBriefly } from "../../src/engine/briefly.ts";
import { requestOf, resultOf } from "./built-engine.ts";

function brief(text: string): string[] {
  const lines: string[] = [];
  const reply = evaluateBriefly(requestOf(text, { maxCallDepth: 1_000_000 }), (line) => lines.push(line));
  return [...lines, reply === undefined ? "too long" : resultOf(reply)];
}

test("a short one gives what it traces, and its value", () => {
  expect(brief('builtins.trace "first" 1')).toEqual(["trace: first", "1"]);
  expect(brief('builtins.trace "first" (throw "no")')).toEqual(["trace: first", "no"]);
});

test.each([
  ["fills memory", "builtins.length (builtins.genList (x: x) 1000000)"],
  ["goes deep", "let f = n: if n == 0 then 0 else 1 + f (n - 1); in f 100000"],
  ["makes a long text", 'builtins.foldl\' (a: b: a + a) "ab" (builtins.genList (x: x) 40)'],
])("one that %s is not for this thread", (_, text) => {
  expect(brief(`builtins.trace "first" (${text})`)).toEqual(["too long"]);
});

test("one that reads long files is not for this thread", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "nivose-brief-"));
  try {
    writeFileSync(path.join(folder, "long.nix"), `# ${"-".repeat(20_000)}\n1`);
    expect(brief(`import ${folder}/long.nix`)).toEqual(["too long"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
