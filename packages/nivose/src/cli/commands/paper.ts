import type { Group } from "../verb.ts";

export const paper: Group = {
  brief: "What is known of NixOS without nixpkgs",
  description: [
    "Paper has the options of NixOS, Home Manager and nix-darwin, and the names of packages, so that fleets can be evaluated " +
      "without nixpkgs. It comes with those of one release.",
  ],
  verbs: {
    update: {
      brief: "Read options and package names from a nixpkgs",
      description: [
        "Evaluates the options that a nixpkgs declares, with their types, defaults, old names and removals, and writes " +
          "them as plain data into the user's data folder, by release. What cannot be evaluated is left out.",
        "It takes a folder, or a flake that is on this machine, and uses no network. Nothing of what was there before is lost " +
          "unless all of it could be read.",
      ],
      examples: [
        { command: "nivose paper update ~/src/nixpkgs", does: "Reads the options of NixOS, and the names of packages" },
        {
          command: "nivose paper update nixpkgs --home-manager ~/src/home-manager",
          does: "Reads those of Home Manager, too",
        },
      ],
      flags: {
        homeManager: {
          kind: "text",
          brief: "Also read the options of this Home Manager",
          placeholder: "FOLDER",
          completes: "files",
        },
        nixDarwin: {
          kind: "text",
          brief: "Also read the options of this nix-darwin",
          placeholder: "FOLDER",
          completes: "files",
        },
        out: { kind: "text", brief: "Write into this folder instead", placeholder: "FOLDER", completes: "files" },
        json: { kind: "switch", brief: "Print JSON" },
      },
      arguments: {
        placeholder: "NIXPKGS",
        brief: "A tree of nixpkgs, or a flake that is one",
        least: 1,
        most: 1,
        completes: "files",
      },
      load: () => import("../run/paper-update.ts"),
    },
  },
};
