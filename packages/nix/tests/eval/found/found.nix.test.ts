/** Real Nix on what the fuzzer has found (`UPDATE=1` records what it says), and the fuzzer itself, shortly. */

import { describe, expect, test } from "vitest";
import { needs, realNix } from "../../../../nivose/tests/needs.ts";
import { compareOutcomes } from "../../../conformance/fuzz/agreement.ts";
import { evaluateCase } from "../../../conformance/fuzz/our-side.ts";
import { RealRepl } from "../../../conformance/fuzz/real-repl.ts";
import { distinct, soundCase } from "../../../conformance/fuzz/sound-case.ts";
import { Random } from "../../../conformance/random.ts";
import { expectedOutcomes, scratchFolder, sources, writeExpected } from "./found.ts";

const SEED = 20_261;
const COUNT = 2000;
const BATCH = 250;
const home = "/homeless";
const maxCallDepth = 200;

describe.runIf(needs("nix-2.26"))("Nix 2.26", () => {
  test("says what is recorded", async () => {
    const scratch = scratchFolder();
    try {
      const nix = new RealRepl(realNix(), scratch.store);
      const indices = sources.map((_, index) => index);
      const outcomes = (await nix.ask({ file: scratch.file, maxCallDepth, home }, indices)).map(scratch.tidy);
      if (process.env["UPDATE"] === "1") writeExpected(outcomes);
      const expected = expectedOutcomes();
      expect(outcomes).toEqual(sources.map((source) => expected[source]));
    } finally {
      scratch.remove();
    }
  });

  // each message reads the file that it is about
  const numbers = Array.from({ length: COUNT / BATCH }, (_, index) => index);
  test.each(numbers)(`says what we say of ${BATCH} random expressions (%i)`, async (number) => {
    const random = new Random(SEED + number);
    const cases = Array.from({ length: BATCH }, (_, index) => distinct(soundCase(random), number * BATCH + index));
    const scratch = scratchFolder(cases);
    try {
      const nix = new RealRepl(realNix(), scratch.store);
      const question = { file: scratch.file, maxCallDepth, home };
      const theirs = await nix.ask(
        question,
        cases.map((_, index) => index),
      );
      const differences = cases.flatMap((source, index) => {
        const difference = compareOutcomes(evaluateCase(question, index), theirs[index]!);
        return difference === undefined ? [] : [{ source, ...difference }];
      });
      expect(differences).toEqual([]);
    } finally {
      scratch.remove();
    }
  });
});
