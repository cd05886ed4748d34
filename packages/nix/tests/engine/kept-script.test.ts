import { deepStrictEqual, ok, strictEqual } from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, test } from "vitest";
import { loadScript } from "../../src/engine/kept-script.ts";

interface Exports {
  readonly add: (a: number, b: number) => number;
  readonly base: string;
}

describe("a script whose compiled code is kept", () => {
  let folder: string;
  let cache: string;
  let file: URL;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "nivose-kept-script-"));
    cache = path.join(folder, "cache");
    file = pathToFileURL(path.join(folder, "script.cjs"));
    writeFileSync(file, 'exports.add = (a, b) => a + b; exports.base = require("node:path").basename("/a/b…");');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const load = (): { readonly exports: Exports; readonly keep: () => void } =>
    loadScript(file, cache) as { exports: Exports; keep: () => void };
  const kept = (): string[] => readdirSync(cache).map((name) => path.join(cache, name));

  test("is a module like any other", () => {
    const { exports } = load();
    strictEqual(exports.add(1, 2), 3);
    strictEqual(exports.base, "b…");
    ok(!readdirSync(folder).includes("cache"));
  });

  test("is kept for its owner alone, and used the next time", () => {
    load().keep();
    const [first] = kept();
    strictEqual(statSync(first!).mode & 0o777, 0o600);
    const before = statSync(first!).mtimeMs;
    const { exports, keep } = load();
    strictEqual(exports.add(1, 2), 3);
    keep();
    deepStrictEqual(kept(), [first]);
    strictEqual(statSync(first!).mtimeMs, before);
  });

  test("is compiled anew when it has changed", () => {
    load().keep();
    writeFileSync(file, 'exports.add = (a, b) => a - b; exports.base = require("node:path").basename("/a/b…");');
    strictEqual(load().exports.add(1, 2), -1);
  });

  test("is compiled anew when what was kept is damaged", () => {
    load().keep();
    const [place] = kept();
    writeFileSync(
      place!,
      readFileSync(place!).map((byte, index) => (index > 8 ? byte ^ 255 : byte)),
    );
    const { exports, keep } = load();
    strictEqual(exports.add(1, 2), 3);
    keep();
    strictEqual(load().exports.add(1, 2), 3);
    deepStrictEqual(kept(), [place]);
  });

  test("is compiled anew when somebody else may have written what was kept", () => {
    load().keep();
    const [place] = kept();
    chmodSync(place!, 0o666);
    load().keep();
    strictEqual(statSync(place!).mode & 0o777, 0o600);
  });

  test("does without a place where it could be kept", () => {
    writeFileSync(cache, "a file");
    const { exports, keep } = load();
    keep();
    strictEqual(exports.add(1, 2), 3);
  });

  test("may be missing", () => {
    rmSync(file);
    strictEqual(loadScript(file, cache), undefined);
  });
});
