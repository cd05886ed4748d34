/** Real Nix evaluates the cases on paper to the same as we do. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { needs, realNix } from "../../needs.ts";

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-siblings-nix-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.runIf(needs("nix"))("with real Nix", async () => {
  const { layOutPaper } = (await import(path.resolve(here, "../../../../../scripts/paper.js"))) as {
    layOutPaper: (folder: string) => void;
  };
  layOutPaper(scratch);
  cpSync(path.join(here, "names.json"), path.join(scratch, "opaque/names.json"));

  test.each(["flake-parts", "flake-utils", "programs", "systems", "nixos-hardware", "opaque"])("%s", (file) => {
    const expression = `import ${here}/with-flakes.nix { flakes = ${scratch}; cases = import ${here}/${file}.nix; }`;
    const words = ["nix-instantiate", "--eval", "--strict", "--json", "--expr", expression];
    const nix = spawnSync(realNix(), words, { encoding: "utf8", maxBuffer: 1 << 26 });
    expect({ status: nix.status, stderr: nix.status === 0 ? "" : nix.stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(nix.stdout)).toEqual(JSON.parse(readFileSync(path.join(here, `${file}.json`), "utf8")));
  });
});
