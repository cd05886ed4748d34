import { featuresFlag } from "../experimental-features.ts";
import type { Verb } from "../verb.ts";

export const parse: Verb = {
  brief: "Read Nix files and show their syntax trees, or what is wrong with them",
  description: [
    "Reads files as Nix reads them, without evaluating anything, and shows the tree of each. A file with mistakes has a " +
      "tree as well; the mistakes are shown with their places, all of them and not only the first.",
    "With --json one document is printed: { version, files: [{ file, diagnostics, tree }] }. A node of a tree has its kind, " +
      "its range (from and to, in bytes) and its children by name; a leaf has its text.",
    "Of a folder, all files ending in .nix are read, except those that Git ignores. '-' reads standard input.",
  ],
  examples: [
    { command: "nivose parse --check .", does: "Checks the syntax of all Nix files below this folder" },
    { command: "nivose parse flake.nix", does: "Shows the syntax tree of a file" },
    { command: "nivose parse --json flake.nix", does: "The same for programs, with the range of every node in bytes" },
    {
      command: "nivose parse --check --extra-experimental-features pipe-operators pipes.nix",
      does: "Reads a file that uses the operators |> and <|",
    },
  ],
  flags: {
    check: { kind: "switch", brief: "Show only what is wrong, not the trees" },
    json: { kind: "switch", brief: "Print JSON" },
    extraExperimentalFeatures: featuresFlag,
  },
  arguments: {
    placeholder: "FILE|DIR",
    brief: "What to read; '-' is standard input",
    least: 1,
    most: Infinity,
    completes: "nix-files",
  },
  load: () => import("../run/parse.ts"),
};
