/** Real Nix on the same list. */

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { needs, realNix } from "../../../nivose/tests/needs.ts";
import { expectedResults, expressions } from "./expressions.ts";

const expected = expectedResults();

describe.runIf(needs("nix-2.26"))("Nix 2.26", () => {
  test.each(expressions())("%s", (text) => {
    expect(byNix(text)).toBe(expected[text]);
  });
});

function byNix(text: string): string {
  const flags = ["--eval", "--strict", "--max-call-depth", "200", "-E", ` ${text}`]; // a blank, because a minus would start a flag
  const { status, stdout, stderr } = spawnSync(realNix(), ["nix-instantiate", ...flags], { encoding: "utf8" });
  if (status === 0) return stdout.trimEnd();
  // colours are for the terminal
  const plain = stderr.replace(/\u001b\[[0-9;]*m/g, "");
  return `error: ${
    plain
      .slice(plain.lastIndexOf("error:") + 6)
      .trim()
      .split("\n")[0]
  }`;
}
