/** The presets, each loaded when it is asked for. */

import type { Preset } from "../preset.ts";
import type { PresetName } from "../spec/fleet-spec.ts";

const loaders: Readonly<Record<PresetName, () => Promise<Preset>>> = {
  homelab: async () => (await import("./homelab.ts")).homelab,
  parts: async () => (await import("./parts.ts")).parts,
  profiles: async () => (await import("./profiles.ts")).profiles,
  "multi-flake": async () => (await import("./multi-flake.ts")).multiFlake,
  package: async () => (await import("./package.ts")).packagePreset,
};

export function loadPreset(name: PresetName): Promise<Preset> {
  return loaders[name]();
}
