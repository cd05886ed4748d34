import founding from "../../../presets/profiles/fleet.json" with { type: "json" };
import { diskLayouts, hardwareChoices } from "../parts/hardware.ts";
import type { Preset } from "../preset.ts";
import type { FleetSpec } from "../spec/fleet-spec.ts";
import { presetBriefs } from "./names.ts";
import { draw } from "./profiles/draw.ts";
import { layout } from "./profiles/layout.ts";
import { readBack } from "./profiles/read-back.ts";
import { profileNames, roles, serviceNames, shells } from "./profiles/parts.ts";

export const profiles: Preset = {
  name: "profiles",
  brief: presetBriefs["profiles"],
  founding: founding as FleetSpec,
  choices: {
    kinds: ["nixos", "darwin", "home"],
    hardware: hardwareChoices(["intel", "amd", "bios", "virtual", "mac"]),
    disks: diskLayouts,
    roles: Object.keys(roles),
    profiles: profileNames,
    services: serviceNames,
    shells,
    deployments: ["nixos-rebuild", "none"],
  },
  layout,
  draw,
  readBack,
  takesOwn: ["role", "profile", "service"],
};
