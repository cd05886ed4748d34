import { evaluationFlags, flakeFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const show: Verb = {
  brief: "Show the hosts of a fleet",
  description: [
    "Finds every flake of the repository around this folder, and in each of them every NixOS, nix-darwin and Home Manager " +
      "configuration. Of each host it tells the platform, the state version, the users, and the files of the flake that it " +
      "is made from, all as evaluated. A host that cannot be evaluated is named with the reason, and the others are shown.",
    "Inputs are taken from this machine: what --override-input names, the store, a cache of sources.",
  ],
  examples: [
    { command: "nivose show", does: "Shows all hosts" },
    { command: "nivose show luna", does: "Shows one of them, with its files" },
    { command: "nivose show --json --flake ~/fleet", does: "Shows those of another repository as JSON" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    ...flakeFlags,
    derivations: { kind: "switch", brief: "Evaluate the whole system of each host, and show its derivation" },
    ...workerFlags,
    ...evaluationFlags,
    json: { kind: "switch", brief: "Print JSON" },
  },
  takesNixSettings: true,
  arguments: {
    placeholder: "HOST",
    brief: "The hosts to show; all if left out",
    least: 0,
    most: Infinity,
    completes: async (context) => (await import("../host-names.ts")).hostNames(context),
  },
  load: () => import("../run/show.ts"),
};
