import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ownFleet } from "../../../src/scaffold/regrow/own-fleet.ts";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import { presetNames } from "../../../src/scaffold/presets/names.ts";
import { specs } from "../fleets.ts";
import { repositoryOf } from "../repository-of.ts";
import { composed, resolved } from "../sound-repository.ts";

describe.each(presetNames)("a repository of the preset %s", (name) => {
  test("is read back as it was written", async () => {
    const preset = await loadPreset(name);
    await fc.assert(
      fc.asyncProperty(specs(preset), async (spec) => {
        const fleet = resolved(spec, preset);
        const written = await composed(fleet, preset);
        const own = await ownFleet(repositoryOf(written.files));
        expect(own?.problems).toEqual([]);
        const again = await composed(own!.fleet, preset);
        expect(again.files).toEqual(written.files);
      }),
      { numRuns: 5, seed: 1, endOnFailure: true },
    );
  });
});
