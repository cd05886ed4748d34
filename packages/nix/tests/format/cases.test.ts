/** The golden cases: a folder per case with `in.nix` and what becomes of it. `UPDATE=1` writes what does. */

import { strictEqual } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { formatCases } from "./support/cases.ts";
import { formatted } from "./support/formatted.ts";
import { meaning } from "./support/meaning.ts";

describe("golden cases", () => {
  test.each(formatCases)("$name", ({ folder, source }) => {
    const text = formatted(source);
    const file = path.join(folder, "out.nix");
    if (process.env["UPDATE"] === "1") writeFileSync(file, text);
    strictEqual(show(text), show(readFileSync(file)));
  });

  test.each(formatCases)("formatted once more: $name", ({ source }) => {
    const text = formatted(source);
    strictEqual(show(formatted(text)), show(text));
  });

  test.each(formatCases)("means the same: $name", ({ source }) => {
    strictEqual(meaning(formatted(source)), meaning(source));
  });
});

function show(text: Uint8Array): string {
  return Buffer.from(text).toString("latin1");
}
