/** The derivation path of a whole system, in which everything has a part: ours and real Nix's. */

import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { needs, nixpkgsTree, realNix } from "../needs.ts";
import { bin } from "./run-nivose.ts";

const systems = path.resolve(import.meta.dirname, "../../../nix/conformance/systems.nix");
const MINUTES = 60_000;

describe.runIf(needs("nix-2.26", "nixpkgs"))("a whole system", () => {
  test(
    "has the derivation path that Nix gives it",
    () => {
      const flags = ["-I", `nixpkgs=${path.resolve(nixpkgsTree())}`, "-A", "overlays.drvPath", systems];
      const ours = run(process.execPath, bin, "eval", ...flags);
      expect(ours).toMatch(/^"\/nix\/store\/.*\.drv"\n$/);
      expect(ours).toBe(run(realNix(), "nix-instantiate", "--eval", ...flags));
    },
    5 * MINUTES,
  );
});

function run(program: string, ...words: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, words, { encoding: "utf8" });
  return status === 0 ? stdout : stderr;
}
