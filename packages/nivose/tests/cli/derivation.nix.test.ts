/** `nivose derivation show` beside `nix derivation show`, on the files of the cases. */

import { spawnSync } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { needs, realNix } from "../needs.ts";
import { Sandbox } from "./run-nivose.ts";

const cases = path.join(import.meta.dirname, "cases");

let sandbox: Sandbox;
afterEach(() => sandbox.remove());

describe.runIf(needs("nix-2.26"))("derivations are shown as Nix shows them", () => {
  test.each([
    ["derivation show of a set shows what is in it", "-f .", "."],
    ["derivation show of a set shows what is in it", "-r -f . hidden plain", "-r -A hidden -A plain ."],
    ["derivation show of all that a derivation depends on", "-r -f . two", "-r -A two"],
    [
      "derivation show of all that a derivation depends on",
      "-r --argstr name three -f . --impure",
      "-r --argstr name three",
    ],
  ])("%s: %s", (name, theirs, ours) => {
    sandbox = new Sandbox(path.join(cases, name, "files"));
    const nix = spawnSync(realNix(), ["nix", "derivation", "show", ...theirs.split(" ")], {
      cwd: sandbox.folder,
      encoding: "utf8",
    });
    expect(nix.stderr).toBe("");
    expect(sandbox.run(`nivose derivation show ${ours}`).stdout).toBe(nix.stdout);
  });
});
