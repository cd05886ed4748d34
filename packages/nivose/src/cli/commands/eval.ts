import { evaluationFlags, expressionFlags, expressionLetters } from "../evaluation-flags.ts";
import type { Verb } from "../verb.ts";

export const evaluate: Verb = {
  brief: "Evaluate Nix expressions, without Nix",
  description: [
    "Takes what 'nix-instantiate --eval' takes and prints the same on standard output, as with --read-write-mode. Nothing " +
      "is written to a store, and nothing is fetched from a network: that is an error that says so.",
    "An argument with a '#' is an output of a flake, and is printed as 'nix eval' prints it: '.#name', 'path#a.b'. Inputs are " +
      "taken from this machine: what --override-input names, the store, a cache of sources. A lock file is never written.",
    "What an expression reads from a derivation is built first, by the installed Nix; without one that is an error, too. " +
      "'--option allow-import-from-derivation false' forbids it.",
    "Arguments are files; with -E they are expressions, and '-' reads standard input. A folder means its default.nix.",
  ],
  examples: [
    { command: "nivose eval -E '1 + 2'", does: "Evaluates an expression" },
    {
      command: "nivose eval --strict --json -A config.services host.nix",
      does: "Prints a part of a file's value as JSON",
    },
    {
      command: "nivose eval .#nixosConfigurations.luna.config.networking.hostName",
      does: "Prints an option of a host of the flake here",
    },
    {
      command: "nivose eval -I nixpkgs=./nixpkgs -E '(import <nixpkgs> { }).hello.drvPath'",
      does: "Computes the path of a derivation",
    },
  ],
  letters: expressionLetters,
  takesNixSettings: true,
  rivals: ["--json", "--xml", "--raw"],
  flags: {
    ...expressionFlags,
    strict: { kind: "switch", brief: "Evaluate lists and sets to the end" },
    json: { kind: "switch", brief: "Print JSON" },
    xml: { kind: "switch", brief: "Print XML" },
    raw: { kind: "switch", brief: "Print a string as it is, without quotes" },
    apply: {
      kind: "text",
      brief: "A function that is given the value; its result is printed",
      placeholder: "EXPR",
      completes: "nothing",
    },
    noLocation: { kind: "switch", brief: "Leave places in files out of XML" },
    stats: { kind: "switch", brief: "Say how long it took, and what it has made" },
    ...evaluationFlags,
  },
  arguments: {
    placeholder: "FILE|EXPR",
    brief: "What to evaluate; '-' is standard input",
    least: 0,
    most: Infinity,
    completes: "nix-files",
  },
  load: () => import("../run/eval.ts"),
};
