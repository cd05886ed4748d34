/** Whether `init` wrote a repository, and what it would have to be told to write it again as it is now. */

import type { Repository } from "../../check/source/repository.ts";
import { loadPreset } from "../presets/index.ts";
import type { OwnFleet } from "../site/site.ts";
import { newestRelease, releases } from "../release.ts";
import type { PresetName } from "../spec/fleet-spec.ts";
import { fillIn } from "../spec/resolve.ts";
import { FleetFiles } from "./read/fleet-files.ts";

export async function ownFleet(repository: Repository): Promise<OwnFleet | undefined> {
  const name = presetOf(repository.exists);
  if (name === undefined) return undefined;
  const preset = await loadPreset(name);
  const files = new FleetFiles(repository);
  const spec = preset.readBack(files, preset);
  const fleet = fillIn(spec, preset, { releases, defaultRelease: newestRelease, folderName: "fleet" });
  return { preset, fleet, problems: files.problems };
}

/** The preset of a folder, by the files that are in it. */
export function presetOf(exists: (path: string) => boolean): PresetName | undefined {
  return (Object.keys(marks) as PresetName[]).find((each) => marks[each].every(exists));
}

/** Files that a preset alone has together. */
const marks: Readonly<Record<PresetName, readonly string[]>> = {
  homelab: ["fleet.nix", "lib/mkSystem.nix", "hosts/_modules/common/default.nix"],
  parts: ["fleet.nix", "parts/nixos-configurations.nix", "shared/lib/settings.nix"],
  profiles: ["fleet.nix", "lib/build.nix", "common/fleet/default.nix"],
  "multi-flake": ["deployment/fleet.nix", "deployment/flake.nix", "minimal-systems/flake.nix"],
  package: ["packages/default.nix", "modules/options.nix", "overlays/default.nix", "checks/default.nix"],
};
