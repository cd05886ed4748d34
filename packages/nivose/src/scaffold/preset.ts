/**
 * A preset: the shape of a repository. Its files are templates below `packages/nivose/presets/`, its decisions are here,
 * and where each kind of thing lives in it is data, its layout.
 */

import type { Draft } from "./draft.ts";
import type { Layout } from "./layout.ts";
import type { FleetFiles } from "./regrow/read/fleet-files.ts";
import type { NextCommand } from "./next-command.ts";
import type { Fleet, FleetSpec, PresetName } from "./spec/fleet-spec.ts";
import type { Templates } from "./template.ts";

export type { NextCommand } from "./next-command.ts";

export interface Preset {
  readonly name: PresetName;
  /** One line for help and prompts. */
  readonly brief: string;
  /** The fleet of the plan that the preset was made for: what is written if nothing else is asked for. */
  readonly founding: FleetSpec;
  readonly choices: Choices;
  readonly layout: Layout;
  /** All files of the repository. Lock files are made from the inputs that are drawn. */
  readonly draw: (fleet: Fleet, templates: Templates) => Drawing;
  readonly readBack: ReadBack;
  /** The role of a host that is said to offer something, where nothing is said of roles. */
  readonly roleOfServers?: readonly string[];
  /** Of what a host can have that the repository declares itself, beside the choices: its inventory, or its own files, name them. */
  readonly takesOwn?: readonly ("role" | "profile" | "service")[];
}

/** The spec that would be drawn as these files are. What cannot be read stays unsaid; what has to be, is a problem of the files. */
export type ReadBack = (files: FleetFiles, preset: Preset) => FleetSpec;

/** What a spec can ask for in this preset. The first of `kinds`, `disks` and `deployments` is what is meant by default. */
export interface Choices {
  readonly kinds: readonly Fleet["hosts"][number]["kind"][];
  readonly hardware: Readonly<Record<string, HardwareChoice>>;
  readonly disks: readonly string[];
  readonly roles: readonly string[];
  readonly profiles: readonly string[];
  readonly services: readonly string[];
  readonly shells: readonly string[];
  readonly deployments: readonly string[];
}

export interface HardwareChoice {
  readonly brief: string;
  /** Systems that it runs; the first is meant if a host names none. */
  readonly systems: readonly string[];
}

export interface Drawing {
  readonly files: readonly Draft[];
  readonly flakes: readonly DraftFlake[];
  readonly secrets: readonly DraftSecret[];
  /** What the user has to know or do that no file says, each a sentence. */
  readonly notes: readonly string[];
  /** The three commands to type next. */
  readonly next: readonly NextCommand[];
}

/** A flake whose lock file is to be written: the inputs that its `flake.nix` declares. */
export interface DraftFlake {
  /** The folder of `flake.nix`; empty for the root. */
  readonly folder: string;
  readonly inputs: readonly FlakeInput[];
}

export type FlakeInput = PinnedInput | SiblingInput | OpenInput;

/** A public flake of `data/pins.json`. */
export interface PinnedInput {
  readonly kind: "pinned";
  readonly name: string;
  /** The name of the pin, where it is not that of the input. */
  readonly pin?: string;
  /** Which inputs of that flake are which of ours; an empty one is left out. All that it has must be here. */
  readonly follows?: Readonly<Record<string, string>>;
}

/** Another flake of this repository. */
export interface SiblingInput {
  readonly kind: "sibling";
  readonly name: string;
  /** The folder of the other flake, relative to the root of the repository. */
  readonly folder: string;
  readonly follows?: Readonly<Record<string, string>>;
}

/** A source whose hash cannot be known here: declared with `flake = false`, and left for the user to lock. */
export interface OpenInput {
  readonly kind: "open";
  readonly name: string;
  readonly url: string;
}

/** A SOPS file. Values that are generated are written `@random:32@`. */
export interface DraftSecret {
  readonly path: string;
  /** YAML, in clear: it never reaches the disk. */
  readonly document: string;
  /** Hosts that may read it, besides the operators. */
  readonly hosts: readonly string[];
}
