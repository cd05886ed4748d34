import { evaluationFlags, flakeFlags, paperFlags } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";
import { workerFlags } from "../worker-flags.ts";

export const show: Verb = {
  brief: "Show the hosts of a fleet",
  description: [
    "Finds every flake of the repository around this folder, and in each of them every NixOS, nix-darwin and Home Manager " +
      "configuration. Of each host it tells the platform, the state version, the users, and how many files of the flake it " +
      "is made from, all as evaluated; its tags and its address as deploy-rs, colmena and `fleet.nix` have them; and which " +
      "flakes of the repository take which. A host that cannot be evaluated is named with the reason, and the others are shown.",
    "Of hosts that are named it tells more: roles, options and services that are on with their ports, users, packages, " +
      "disks, secrets (never their values), containers, jobs, and the inputs of the flake with their age. " +
      "`docs/show.md` says how all of that is known, and has the members of the JSON.",
    "Inputs are taken from this machine: what --override-input names, the store, a cache of sources. Those that are not " +
      "there are taken from paper, and one line says so: the class of such an answer is `paper`, and what nixpkgs itself " +
      "defines is not in it. `docs/paper.md` has the limits.",
  ],
  examples: [
    { command: "nivose show", does: "Shows all hosts" },
    { command: "nivose show luna", does: "Shows one of them in depth" },
    { command: "nivose show --json --flake ~/fleet", does: "Shows those of another repository as JSON" },
  ],
  flags: {
    flake: { kind: "text", brief: "The repository, or a flake in it", placeholder: "FOLDER", completes: "files" },
    ...flakeFlags,
    ...paperFlags,
    derivations: { kind: "switch", brief: "Evaluate the whole system of each host, and show its derivation" },
    ...workerFlags,
    ...evaluationFlags,
    json: { kind: "switch", brief: "Print JSON" },
  },
  takesNixSettings: true,
  arguments: {
    placeholder: "HOST",
    brief: "Hosts to show in depth; all at a glance if left out",
    least: 0,
    most: Infinity,
    completes: async (context) => (await import("../host-names.ts")).hostNames(context),
  },
  load: () => import("../run/show.ts"),
};
