/** The flakes that stand for inputs of which nothing is known, as they lie in the cache. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { opaqueFlake } from "../../../src/paper/opaque.ts";
import type { Substitute } from "../../../src/paper/substitute.ts";

let top: string;
const input: Substitute = {
  input: "theirs",
  repository: { owner: "they", name: "theirs" },
  paper: undefined,
  isFlake: true,
  locked: undefined,
};

beforeEach(() => {
  top = mkdtempSync(path.join(tmpdir(), "nivose-opaque-"));
  mkdirSync(path.join(top, "model"));
  writeFileSync(path.join(top, "model/flake.nix"), "{ outputs = _: { }; }\n");
});
afterEach(() => rmSync(top, { recursive: true, force: true }));

const made = (names: readonly string[]) =>
  opaqueFlake(input, names, path.join(top, "model"), path.join(top, "cache/paper"));

test("the same input is the same folder, which nobody else reads", () => {
  const first = made(["a"]);
  expect(made(["a"])).toEqual(first);
  expect(made(["a", "b"])).not.toEqual(first);
  expect(readdirSync(path.join(top, "cache/paper"))).toHaveLength(2);
  expect(statSync(path.join(top, "cache/paper")).mode & 0o777).toBe(0o700);
});

test("half a folder is made anew", () => {
  const { folder } = made(["a"]);
  writeFileSync(path.join(folder, "names.json"), '["');
  expect(made(["a"]).folder).toBe(folder);
  expect(readFileSync(path.join(folder, "names.json"), "utf8")).toBe('["a"]\n');
});
