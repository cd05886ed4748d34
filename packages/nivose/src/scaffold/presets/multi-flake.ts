import founding from "../../../presets/multi-flake/fleet.json" with { type: "json" };
import type { Preset } from "../preset.ts";
import type { FleetSpec } from "../spec/fleet-spec.ts";
import { presetBriefs } from "./names.ts";

export const multiFlake: Preset = {
  name: "multi-flake",
  brief: presetBriefs["multi-flake"],
  founding: founding as FleetSpec,
  choices: {
    kinds: ["nixos"],
    hardware: { generic: { brief: "Anything", systems: ["x86_64-linux", "aarch64-linux"] } },
    disks: ["ext4"],
    roles: [],
    profiles: [],
    services: [],
    shells: [],
    deployments: ["none"],
  },
  layout: { parts: {} },
  draw: () => ({ files: [], flakes: [], secrets: [], notes: [], next: [] }),
};
