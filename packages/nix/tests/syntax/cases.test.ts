/** The golden cases: a folder per case with `in.nix` and what becomes of it. `UPDATE=1` writes what does. */

import { strictEqual } from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, test } from "vitest";
import { analyze, firstForNix } from "../../src/syntax/index.ts";
import { dumpDiagnostics, dumpTree } from "./support/dump.ts";
import { cases, casesFolder } from "./support/cases.ts";
import { soundTree } from "./support/sound.ts";

describe("golden cases", () => {
  test("have unique folders with an in.nix", () => {
    strictEqual(cases.length, readdirSync(casesFolder).length);
  });

  test.each(cases)("$name", ({ folder, source, pipeOperators }) => {
    const tree = soundTree(source, { pipeOperators });
    const { diagnostics } = analyze(tree);
    agrees(path.join(folder, "tree.txt"), dumpTree(tree));
    agrees(path.join(folder, "diagnostics.txt"), dumpDiagnostics(tree, diagnostics, firstForNix(diagnostics)));
  });
});

/** An empty text has no file. */
function agrees(file: string, text: string): void {
  if (process.env["UPDATE"] === "1") {
    if (text === "") rmSync(file, { force: true });
    else writeFileSync(file, text);
  }
  strictEqual(text, existsSync(file) ? readFileSync(file, "utf8") : "");
}
