import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadPreset } from "../../src/scaffold/presets/index.ts";
import { presetNames } from "../../src/scaffold/presets/names.ts";
import { specs } from "./fleets.ts";
import { composed, faultsOf, resolved } from "./sound-repository.ts";

describe.each(presetNames)("the preset %s", (name) => {
  test("writes the fleet that it is known for", async () => {
    const preset = await loadPreset(name);
    const fleet = resolved(preset.founding, preset);
    expect(faultsOf(await composed(fleet, preset), fleet)).toEqual([]);
  });

  test("writes a sound repository for any spec", async () => {
    const preset = await loadPreset(name);
    await fc.assert(
      fc.asyncProperty(specs(preset), async (spec) => {
        const fleet = resolved(spec, preset);
        expect(faultsOf(await composed(fleet, preset), fleet)).toEqual([]);
      }),
      { numRuns: 5, seed: 1 },
    );
  });
});
