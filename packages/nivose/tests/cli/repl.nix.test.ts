/** `nivose repl` and `nix repl` print the same for the same lines. */

import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, describe, test } from "vitest";
import { needs, realNix } from "../needs.ts";
import { bin } from "./run-nivose.ts";

const input = readFileSync(path.join(import.meta.dirname, "repl-lines.txt"), "utf8");

describe.runIf(needs("nix-2.26"))("real Nix", () => {
  test("prints the same", () => {
    const options = { encoding: "utf8", cwd: "/tmp", input } as const;
    const theirs = spawnSync(realNix(), ["nix", "repl"], options).stdout.replaceAll(/\u001B\[[0-9;]*m/g, "");
    const shown = theirs
      .split(/^nix-repl> .*\n/m)
      .slice(1)
      .map((text) => text.trim());
    const ours = execFileSync(process.execPath, [path.resolve(bin), "repl"], {
      ...options,
      stdio: ["pipe", "pipe", "ignore"],
    });
    expect(ours).toBe(`${shown.filter((text) => text !== "" && text !== "nix-repl>").join("\n")}\n`);
  });
});
