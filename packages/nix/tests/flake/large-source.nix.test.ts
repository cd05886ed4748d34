/** The time of a folder that is larger than Nix's buffer. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { needs, realNix } from "../../../nivose/tests/needs.ts";
import { runEvaluation } from "../../src/evaluation.ts";

const top = mkdtempSync(path.join(tmpdir(), "nivose-large-"));
afterAll(() => rmSync(top, { recursive: true }));

describe.runIf(needs("nix-2.26", "root"))("a path as a source", () => {
  test.each([30_000_000, 34_000_000])("of %d bytes has the time that it has for root", (size) => {
    const folder = mkdtempSync(path.join(top, "source-"));
    writeFileSync(path.join(folder, "file"), "");
    truncateSync(path.join(folder, "file"), size);
    for (const each of [path.join(folder, "file"), folder]) utimesSync(each, 1e9, 1e9);
    const text = `(builtins.fetchTree { type = "path"; path = "${folder}"; }).lastModified`;
    const words = ["nix-instantiate", "--eval", "--extra-experimental-features", "flakes", "-E", text];
    const reply = runEvaluation(
      {
        expression: { kind: "text", text: Buffer.from(text), name: "t", folder: "/" },
        selections: [""],
        args: [],
        output: "value",
        strict: false,
        location: false,
        settings: {},
      },
      () => {},
    );
    expect(reply.output).toBe(execFileSync(realNix(), words, { encoding: "utf8" }));
  });
});
