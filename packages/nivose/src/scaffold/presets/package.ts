/** One package as a flake, not a fleet: it has no hosts, no users and no secrets. */

import founding from "../../../presets/package/fleet.json" with { type: "json" };
import type { Draft } from "../draft.ts";
import { layout } from "./package/layout.ts";
import { ciFiles } from "../parts/ci.ts";
import type { Drawing, NextCommand, Preset } from "../preset.ts";
import type { Fleet, FleetSpec } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import { presetBriefs } from "./names.ts";
import { inputsOf, type Package, packageOf, valuesOf } from "./package/values.ts";
import { readBack } from "./package/read-back.ts";

export const packagePreset: Preset = {
  name: "package",
  brief: presetBriefs["package"],
  founding: founding as FleetSpec,
  choices: {
    kinds: [],
    hardware: {},
    disks: [],
    roles: [],
    profiles: [],
    services: [],
    shells: [],
    deployments: [],
  },
  layout,
  draw,
  readBack,
};

function draw(fleet: Fleet, templates: Templates): Drawing {
  const own = packageOf(fleet);
  const values = valuesOf(fleet, own);
  const files: Draft[] = [
    ...templates.all("files/common", values),
    ...templates.all(`files/${own.kind}`, values),
    // npm leaves files of these names out of packages
    { path: ".gitignore", text: templates.fill("files/gitignore", values) },
    { path: ".envrc", text: templates.fill("files/envrc", values) },
    ...ciFiles(fleet, own.systems, templates, { thing: "check", formatting: own.formatter === "nixfmt" }),
  ];
  return {
    files,
    flakes: [{ folder: "", inputs: inputsOf(own) }],
    secrets: [],
    notes: notesOf(own),
    next: nextOf(own),
  };
}

function notesOf({ kind, formatter }: Package): string[] {
  return [
    ...(kind === "toshy"
      ? ["Any folder can stand in for a source: 'nix build --override-input toshy path:FOLDER' builds what is there."]
      : []),
    ...(formatter === "nixpkgs-fmt"
      ? ["nixpkgs-fmt is archived, and lays out files in another way than these are; README.md says how to choose."]
      : []),
  ];
}

function nextOf({ kind }: Package): NextCommand[] {
  const build: NextCommand[] = [
    { command: "nix flake check", does: "evaluates and tests everything" },
    { command: "nix develop", does: "has what is needed to work on it" },
  ];
  return kind === "toshy"
    ? [{ command: "nix flake lock", does: "fetches the sources and writes down their hashes" }, ...build]
    : [{ command: "nix build", does: "builds the program and runs its tests" }, ...build];
}
