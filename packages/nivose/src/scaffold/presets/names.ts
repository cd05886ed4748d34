/** The presets, as help and prompts tell of them. */

import type { PresetName } from "../spec/fleet-spec.ts";

export const presetBriefs: Readonly<Record<PresetName, string>> = {
  homelab: "A home lab: NixOS servers, Macs, a Raspberry Pi, and the services of a house",
  parts: "A layered infrastructure with flake-parts: workstations, a hypervisor, a cloud",
  profiles: "Modules and profiles by platform, for a household of very different machines",
  "multi-flake": "Nine small flakes in one repository, each with a lock file of its own",
  package: "One package as a flake: with modules, an overlay, tests and a development shell",
};

export const presetNames = Object.keys(presetBriefs) as readonly PresetName[];
