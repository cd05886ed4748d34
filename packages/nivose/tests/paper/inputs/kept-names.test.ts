import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { keptNames } from "../../../src/paper/kept-names.ts";

const top = mkdtempSync(path.join(tmpdir(), "nivose-names-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

test("names are found anew when a file is another one", () => {
  const file = path.join(top, "a.nix");
  const cache = path.join(top, "cache");
  let finds = 0;
  const names = (files: readonly string[], kind = "names"): readonly string[] =>
    keptNames(kind, { root: top, files }, cache, () => [`${++finds}`]);
  writeFileSync(file, "a");
  expect(names([file])).toEqual(["1"]);
  expect(names([file])).toEqual(["1"]);
  writeFileSync(file, "a.b");
  expect(names([file])).toEqual(["2"]);
  expect(names([file, path.join(top, "none.nix")])).toEqual(["3"]);
  expect(names([file], "others")).toEqual(["4"]);
  expect(keptNames("names", { root: top, files: [file] }, undefined, () => ["other"])).toEqual(["other"]);
});
