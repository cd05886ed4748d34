/** A few random systems on paper are the same in real Nix; `conformance/paper-fuzz.ts` makes many of them. */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { compare } from "../../../conformance/paper-fuzz/compare.ts";
import { randomHost } from "../../../conformance/paper-fuzz/hosts.ts";
import { declaredOptions } from "../../../conformance/paper-fuzz/options.ts";
import { Random } from "../../../conformance/paper-fuzz/random.ts";
import { needs, realNix } from "../../needs.ts";
import { layOutPaper } from "../system/laid-out.ts";

const system = path.resolve(import.meta.dirname, "../system");
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-fuzz-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.runIf(needs("nix"))("with real Nix", () => {
  test("random systems", () => {
    layOutPaper(scratch, ["nixpkgs"]);
    const options = declaredOptions(path.join(scratch, "nixpkgs/data/options"));
    const random = new Random(1);
    const hosts = Array.from({ length: 6 }, () => randomHost(options, random));
    const { asked, different } = compare(hosts, `import ${system}/with-nixpkgs.nix ${scratch}/nixpkgs`, [
      [realNix(), "nix-instantiate"],
    ]);
    expect(different).toEqual([]);
    expect(asked).toBe(72);
  });
});
