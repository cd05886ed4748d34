/**
 * Random specs for every preset: the repositories parse, are formatted, contain every host, and their inventories evaluate.
 *
 *     node scripts/run.js packages/nivose/conformance/random-fleets.ts [--count 500] [--seed 1] [--only PRESET]
 */

import { parseArgs } from "node:util";
import fc from "fast-check";
import { loadPreset } from "../src/scaffold/presets/index.ts";
import { presetNames } from "../src/scaffold/presets/names.ts";
import { specs } from "../tests/scaffold/fleets.ts";
import { composed, faultsOf, resolved } from "../tests/scaffold/sound-repository.ts";

const { values } = parseArgs({
  options: { count: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
});
for (const name of presetNames.filter((each) => values.only === undefined || each === values.only)) {
  const preset = await loadPreset(name);
  let written = 0;
  await fc.assert(
    fc.asyncProperty(specs(preset), async (spec) => {
      const fleet = resolved(spec, preset);
      const repository = await composed(fleet, preset);
      const faults = faultsOf(repository, fleet);
      if (faults.length > 0) throw new Error(faults.join("\n"));
      written += repository.files.length;
    }),
    { numRuns: Number(values.count ?? 500), seed: Number(values.seed ?? 1) },
  );
  process.stdout.write(`ok   ${name}: ${values.count ?? 500} specs, ${written} files\n`);
}
