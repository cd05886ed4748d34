/** Sources are at hand in a store and in the cache of sources, under the names that both give them. */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEFAULT_STORE_FOLDER, makeSourcePath, parseSriHash, printHash } from "@nivose/nix/store";
import { afterAll, expect, test } from "vitest";
import { isAtHand } from "../../../src/paper/at-hand.ts";

const top = mkdtempSync(path.join(tmpdir(), "nivose-at-hand-"));
const [store, cache] = [path.join(top, "store"), path.join(top, "cache")];
afterAll(() => rmSync(top, { recursive: true, force: true }));

const hashed = (letter: string): string => `sha256-${letter.repeat(42)}8=`;

function keepInStore(narHash: string, name: string): void {
  const kept = makeSourcePath(DEFAULT_STORE_FOLDER, name, parseSriHash(narHash));
  mkdirSync(path.join(store, path.basename(kept)), { recursive: true });
}

test("what a store has", () => {
  expect(isAtHand({ narHash: hashed("A") }, { store, cache })).toBe(false);
  keepInStore(hashed("A"), "source");
  expect(isAtHand({ narHash: hashed("A") }, { store, cache })).toBe(true);
});

test("what a store has under a name of its own", () => {
  keepInStore(hashed("B"), "fleet");
  expect(isAtHand({ narHash: hashed("B") }, { store, cache })).toBe(false);
  expect(isAtHand({ narHash: hashed("B"), name: "fleet" }, { store, cache })).toBe(true);
});

test("what the cache has", () => {
  mkdirSync(path.join(cache, printHash(parseSriHash(hashed("C")), "nix32")), { recursive: true });
  expect(isAtHand({ narHash: hashed("C") }, { store, cache })).toBe(true);
  expect(isAtHand({ narHash: hashed("C") }, { store, cache: undefined })).toBe(false);
});

test("what has no hash, or one that is none", () => {
  expect(isAtHand({}, { store, cache })).toBe(false);
  expect(isAtHand({ narHash: 1 }, { store, cache })).toBe(false);
  expect(isAtHand({ narHash: "sha256-nothing" }, { store, cache })).toBe(false);
});
