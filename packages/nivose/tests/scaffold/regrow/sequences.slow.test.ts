/** Random sequences of what is added and removed, on repositories as they were written and on those that users changed. */

import { parse } from "@nivose/nix/syntax";
import { describe, expect, test } from "vitest";
import { loadPreset } from "../../../src/scaffold/presets/index.ts";
import type { FleetChange } from "../../../src/scaffold/regrow/regrow.ts";
import type { PresetName } from "../../../src/scaffold/spec/fleet-spec.ts";
import { composed } from "../sound-repository.ts";
import { after, changed, differing, type Files, fleetOf, labOf } from "./lab.ts";
import { addHost, addUser, chanceOf, randomChange } from "./random-changes.ts";

const presets: readonly PresetName[] = ["homelab", "parts", "profiles", "multi-flake"];
const seeds = [1, 2, 3, 4];
const STEPS = 6;

describe.each(presets)("a repository of the preset %s", (name) => {
  test.each(seeds)("is at each step what its fleet would be written as, sequence %i", async (seed) => {
    const preset = await loadPreset(name);
    const chance = chanceOf(seed);
    let lab = await labOf(name);
    for (let step = 0; step < STEPS; step++) {
      const { fleet } = await fleetOf(lab);
      const { change, inverse } = randomChange(fleet, preset, chance);
      const grown = await grownBy(lab, change);
      const { files } = await composed((await fleetOf(grown)).fleet, preset);
      const drawn = new Map(files.map(({ path, text }) => [path, text]));
      expect(differing(grown, drawn), change.title).toEqual([]);
      if (inverse !== undefined) expect(differing(await grownBy(grown, inverse), lab), inverse.title).toEqual([]);
      lab = grown;
    }
  });

  test.each(seeds)("grows as it would if users had changed nothing, sequence %i", async (seed) => {
    const preset = await loadPreset(name);
    const chance = chanceOf(seed + 100);
    let lab = await labOf(name);
    for (let step = 0; step < STEPS; step++) {
      const { fleet } = await fleetOf(lab);
      const { change } = randomChange(fleet, preset, chance);
      const grown = await grownBy(lab, change);
      const other = await grownBy(ours(lab), change);
      const unlike = [...grown].filter(([path, text]) => words(path, other.get(path) ?? "") !== words(path, text));
      expect(
        unlike.map(([path]) => path),
        change.title,
      ).toEqual([]);
      lab = grown;
    }
  });

  test.each(seeds)("comes to be the same whichever is added first, pair %i", async (seed) => {
    const preset = await loadPreset(name);
    const chance = chanceOf(seed + 200);
    const lab = await labOf(name);
    const { fleet } = await fleetOf(lab);
    const [one, other] = [
      addHost(fleet, preset, chance).change,
      addUser({ ...fleet, hosts: [] }, preset, chance).change,
    ];
    const there = await grownBy(await grownBy(lab, one), other);
    const back = await grownBy(await grownBy(lab, other), one);
    expect(differing(there, back)).toEqual([]);
  });
});

async function grownBy(files: Files, change: FleetChange): Promise<Files> {
  try {
    return after(files, await changed(files, change));
  } catch (error) {
    throw new Error(`${change.title}: ${(error as Error).message}`, { cause: error });
  }
}

/** With a comment of the user's in each file of Nix, which is why none of them is as it was drawn. */
function ours(files: Files): Files {
  return new Map([...files].map(([path, text]) => [path, path.endsWith(".nix") ? `# ours\n${text}` : text] as const));
}

/** Without layout and comments. */
function words(path: string, text: string): string {
  if (!path.endsWith(".nix")) return text;
  const tree = parse(new TextEncoder().encode(text));
  const tokens: string[] = [];
  for (let token = 0; token < tree.tokenCount; token++) tokens.push(tree.tokenText(token));
  return tokens.join(" ");
}
