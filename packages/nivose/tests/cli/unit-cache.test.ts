import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { cacheHome } from "../../src/cli/unit-cache.ts";
import type { Context } from "../../src/cli/context.ts";

const home = (folder: string): string | undefined =>
  cacheHome({ environment: { XDG_CACHE_HOME: folder } } as unknown as Context);

test("the cache is in the folder that the environment names, and nothing is made of it", () => {
  const top = mkdtempSync(path.join(tmpdir(), "nivose-cache-"));
  try {
    expect(home(top)).toBe(path.join(top, "nivose"));
    expect(home(path.join(top, "a/b"))).toBe(path.join(top, "a/b/nivose"));
    expect(readdirSync(top)).toEqual([]);
  } finally {
    rmSync(top, { recursive: true });
  }
});

test.runIf(existsSync("/proc/self"))("there is none where no folder can be made", () => {
  expect(home("/proc")).toBeUndefined();
  expect(home("/proc/a/b")).toBeUndefined();
});
