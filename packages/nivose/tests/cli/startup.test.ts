/**
 * What is loaded before a verb runs. The built files are followed along their static imports: time depends on the
 * machine, and this does not.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

import { verbs } from "../../src/cli/app.ts";
import type { Verbs } from "../../src/cli/verb.ts";

const dist = path.resolve(import.meta.dirname, "../../dist");

describe("the start of the command", () => {
  test("loads next to nothing for --version", () => {
    expect(bytesOf(loadedWith("main.js"))).toBeLessThan(4_000);
  });

  test("loads neither the scanner, nor the language, nor a catalogue for --help and completion", () => {
    const chunk = readdirSync(dist).filter((name) => /^(?:start|complete)-.*\.js$/u.test(name));
    expect(chunk).toHaveLength(2);
    const loaded = new Set(chunk.flatMap((name) => [...loadedWith(name)]));
    const text = [...loaded].map((name) => readFileSync(path.join(dist, name), "utf8")).join("\n");
    for (const heavy of [
      "ArgumentScannerError",
      "class Parser",
      "unclosed-delimiter",
      "change-unsaved",
      "node:worker_threads",
      "node:child_process",
    ]) {
      expect(text).not.toContain(heavy);
    }
    // what every verb says of itself is what --help shows
    expect(bytesOf(loaded)).toBeLessThan(26_000 + 4_000 * countVerbs(verbs));
  });
});

function loadedWith(entry: string, loaded = new Set<string>()): Set<string> {
  loaded.add(entry);
  const text = readFileSync(path.join(dist, entry), "utf8");
  for (const [, name] of text.matchAll(/^(?:import|export)[^;"]*"\.\/([^"]+)";$/gmu)) {
    if (!loaded.has(name!)) loadedWith(name!, loaded);
  }
  return loaded;
}

function countVerbs(all: Verbs): number {
  return Object.values(all).reduce((sum, verb) => sum + ("verbs" in verb ? countVerbs(verb.verbs) : 1), 0);
}

function bytesOf(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);
}
