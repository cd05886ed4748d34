import { evaluationFlags, expressionFlags } from "../evaluation-flags.ts";
import type { Group, Verb } from "../verb.ts";

const { overrideInput, include } = expressionFlags;
const flags = { ...evaluationFlags, overrideInput, include, json: { kind: "switch", brief: "Print JSON" } } as const;

const flakeArgument = {
  placeholder: "FLAKE",
  brief: "The flake; the one in or above this folder if left out",
  least: 0,
  most: 1,
  completes: "files",
} as const;

const show: Verb = {
  brief: "Show the outputs of a flake, as nix flake show does",
  description: [
    "Evaluates as much as it needs to tell what the outputs are. One that is broken is told of, and the others are shown " +
      "all the same.",
  ],
  examples: [
    { command: "nivose flake show", does: "Shows the outputs of the flake here" },
    { command: "nivose flake show --all-systems --json ~/fleet", does: "The same for all systems, as JSON" },
  ],
  flags: {
    ...flags,
    legacy: { kind: "switch", brief: "Show what is in legacyPackages, too" },
    allSystems: { kind: "switch", brief: "Show outputs of other systems, too" },
  },
  takesNixSettings: true,
  arguments: flakeArgument,
  load: () => import("../run/flake-show.ts"),
};

const metadata: Verb = {
  brief: "Show where a flake is from and what its inputs are locked to, as nix flake metadata does",
  description: [
    "What is told is that of the lock file that the flake has to have: inputs that are new are looked up, where that " +
      "needs no network. Nothing is written.",
  ],
  examples: [{ command: "nivose flake metadata --json", does: "Tells it as JSON, as nix does" }],
  flags,
  takesNixSettings: true,
  arguments: flakeArgument,
  load: () => import("../run/flake-metadata.ts"),
};

export const flake: Group = {
  brief: "Look at flakes",
  description: [
    "Flakes are read without Nix and without a network: from this machine, its store, and a cache of sources.",
  ],
  verbs: { show, metadata },
};
