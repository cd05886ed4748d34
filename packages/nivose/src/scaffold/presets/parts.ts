/** A layered infrastructure with flake-parts: what is evaluated in `parts/`, machines in `infrastructure/`, the rest in `shared/`. */

import founding from "../../../presets/parts/fleet.json" with { type: "json" };
import { diskLayouts, hardwareChoices } from "../parts/hardware.ts";
import type { Preset } from "../preset.ts";
import type { FleetSpec } from "../spec/fleet-spec.ts";
import { presetBriefs } from "./names.ts";
import { drawParts } from "./parts/draw.ts";
import { partsLayout } from "./parts/layout.ts";
import { roles } from "./parts/place.ts";
import { readBack } from "./parts/read-back.ts";

export const parts: Preset = {
  name: "parts",
  brief: presetBriefs["parts"],
  founding: founding as FleetSpec,
  choices: {
    kinds: ["nixos", "darwin"],
    hardware: hardwareChoices(["intel", "amd", "virtual", "hetzner", "mac"]),
    disks: diskLayouts,
    roles,
    profiles: ["python", "go", "containers"],
    services: ["web", "database", "backup"],
    shells: ["python", "go", "terraform", "nix", "node", "rust", "kubernetes"],
    deployments: ["deploy-rs", "none"],
  },
  layout: partsLayout,
  draw: drawParts,
  readBack,
  roleOfServers: ["server"],
  takesOwn: ["role", "profile"],
};
