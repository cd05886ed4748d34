/** Our evaluator on what the fuzzer has found. */

import { expect, test } from "vitest";
import { compareOutcomes } from "../../../conformance/fuzz/agreement.ts";
import { evaluateCase } from "../../../conformance/fuzz/our-side.ts";
import { expectedOutcomes, scratchFolder, sources } from "./found.ts";

const expected = expectedOutcomes();

test("what the fuzzer has found is as Nix has it", () => {
  const scratch = scratchFolder();
  try {
    const differences = sources.flatMap((source, index) => {
      const outcome = scratch.tidy(evaluateCase({ file: scratch.file, maxCallDepth: 200, home: "/homeless" }, index));
      const difference = compareOutcomes(outcome, expected[source]!);
      return difference === undefined ? [] : [{ source, ...difference }];
    });
    expect(differences).toEqual([]);
  } finally {
    scratch.remove();
  }
});

test("every expectation has its expression", () => {
  expect(Object.keys(expected)).toEqual(sources);
});
