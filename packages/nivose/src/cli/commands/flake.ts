import { evaluationFlags, expressionFlags, flakeFlags } from "../evaluation-flags.ts";
import type { Context } from "../context.ts";
import type { Group, Suggestion, Verb } from "../verb.ts";

const { include } = expressionFlags;
const flags = { ...evaluationFlags, ...flakeFlags, include, json: { kind: "switch", brief: "Print JSON" } } as const;
// what is fetched and locked is the real thing
const { paper: _, ...realFlags } = flags;

const inputsHere = async (context: Context): Promise<readonly Suggestion[]> =>
  (await import("../input-names.ts")).inputNames(context);

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

/** They stand by themselves, since one is the only one that writes, and both the only ones that use a network. */
export const lock: Verb = {
  brief: "Bring the lock file of a flake up to date",
  description: [
    "Locks inputs that are new and forgets those that are gone; what is locked stays as it is, unless --update names it or --update-all is given. " +
      "The file is the one that Nix would write, byte for byte. Only this verb ever writes a lock file.",
    "An input that is not at hand is fetched for that into the cache of sources: see nivose fetch. A name such as nixpkgs " +
      "is looked up in the registries, the global one among them.",
  ],
  examples: [
    { command: "nivose lock", does: "Locks what is new in the flake here" },
    { command: "nivose lock --update shared --update a/b", does: "Looks up an input anew, and one of an input" },
    { command: "nivose lock --update-all", does: "Looks up all inputs anew, as nix flake update does" },
    { command: "nivose lock --check", does: "Writes nothing, and fails if the file is not what it has to be" },
  ],
  flags: {
    update: { kind: "texts", brief: "Look up an input anew", placeholder: "INPUT", completes: inputsHere },
    updateAll: { kind: "switch", brief: "Look up all inputs anew" },
    check: { kind: "switch", brief: "Write nothing; fail if the lock file would change" },
    ...realFlags,
    offline: { kind: "switch", brief: "Fetch nothing: what is not at hand is an error" },
    noWriteLockFile: { kind: "switch", brief: "Tell what would change, and write nothing" },
    commitLockFile: { kind: "switch", brief: "Commit the lock file if it has changed" },
    outputLockFile: { kind: "text", brief: "Write another file", placeholder: "FILE", completes: "files" },
  },
  takesNixSettings: true,
  arguments: flakeArgument,
  load: () => import("../run/lock.ts"),
};

export const fetch: Verb = {
  brief: "Fetch the inputs of a flake that are not at hand",
  description: [
    "Downloads what the lock file names and what is neither in the Nix store nor in the cache of sources, and checks that " +
      "it is what was locked. Evaluation uses no network, and finds it there.",
    "Tokens, passwords and certificates are those of Nix: access-tokens and netrc-file in nix.conf or NIX_CONFIG, " +
      "NIX_SSL_CERT_FILE. Git repositories are fetched by git, with your keys and settings. Proxies are those that https_proxy and no_proxy name.",
  ],
  examples: [
    { command: "nivose fetch", does: "Fetches all that the flake here needs" },
    { command: "nivose fetch ~/fleet --input nixpkgs", does: "Fetches one input" },
    { command: "nivose fetch github:NixOS/nixpkgs/nixos-24.11", does: "Fetches a flake, and tells how it is locked" },
  ],
  flags: {
    input: { kind: "texts", brief: "Fetch this input alone", placeholder: "INPUT", completes: inputsHere },
    ...realFlags,
    offline: { kind: "switch", brief: "Fetch nothing, and tell what would have to be fetched" },
  },
  takesNixSettings: true,
  arguments: flakeArgument,
  load: () => import("../run/fetch.ts"),
};

export const flake: Group = {
  brief: "Look at flakes",
  description: [
    "Flakes are read without Nix and without a network: from this machine, its store, and a cache of sources.",
  ],
  verbs: { show, metadata },
};
