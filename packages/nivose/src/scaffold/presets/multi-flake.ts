/** Nine flakes in one repository, each with a lock file of its own: `packages/nivose/presets/multi-flake`. */

import founding from "../../../presets/multi-flake/fleet.json" with { type: "json" };
import { hardwareChoices, diskLayouts } from "../parts/hardware.ts";
import { shellNames } from "../parts/shells.ts";
import type { Preset } from "../preset.ts";
import type { FleetSpec } from "../spec/fleet-spec.ts";
import { drawMultiFlake } from "./multi-flake/draw.ts";
import { multiFlakeLayout } from "./multi-flake/places.ts";
import { readBack } from "./multi-flake/read-back.ts";
import { presetBriefs } from "./names.ts";

export const multiFlake: Preset = {
  name: "multi-flake",
  brief: presetBriefs["multi-flake"],
  founding: founding as FleetSpec,
  choices: {
    kinds: ["nixos", "home"],
    hardware: hardwareChoices(["intel", "amd", "bios", "virtual", "hetzner", "parallels"]),
    disks: diskLayouts,
    roles: ["laptop", "server", "development", "media"],
    profiles: ["minimal", "desktop"],
    services: ["mcp-servers", "monitoring", "databases", "backup"],
    shells: shellNames,
    deployments: ["apps"],
  },
  layout: multiFlakeLayout,
  draw: drawMultiFlake,
  readBack,
};
