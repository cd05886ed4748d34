import { evaluationFlags, expressionFlags, expressionLetters } from "../evaluation-flags.ts";
import type { Flags, Group } from "../verb.ts";

const { attr, ...otherExpressionFlags } = expressionFlags;

const flags: Flags = {
  ...otherExpressionFlags,
  attr: { ...attr, brief: "The part of the value that holds the derivations" },
};

export const derivation: Group = {
  brief: "Show derivations, and what differs between them",
  description: [
    "Derivations are computed from expressions, without Nix; nothing is built, and nothing written to a store.",
  ],
  verbs: {
    show: {
      brief: "Show derivations as JSON, as 'nix derivation show' does",
      description: [
        "Arguments are files; with -E they are expressions, and '-' reads standard input. A value is a derivation, a list of " +
          "such values, or a set, of which all attributes that are derivations are shown. A file may be a derivation " +
          "of the store itself.",
      ],
      examples: [
        {
          command: "nivose derivation show -I nixpkgs=./nixpkgs -A hello '<nixpkgs>'",
          does: "Shows a package of nixpkgs",
        },
        {
          command: "nivose derivation show -r -A shell default.nix",
          does: "Shows all that is needed to build something",
        },
      ],
      letters: { ...expressionLetters, "-r": "recursive" },
      takesNixSettings: true,
      flags: {
        recursive: { kind: "switch", brief: "Show all derivations that they depend on, too" },
        ...flags,
        ...evaluationFlags,
      },
      arguments: {
        placeholder: "FILE|EXPR",
        brief: "Where the derivations are; '-' is standard input",
        least: 0,
        most: Infinity,
        completes: "nix-files",
      },
      load: () => import("../run/derivation-show.ts"),
    },
    diff: {
      brief: "Say why two derivations differ",
      description: [
        "Goes from two derivations down to those that differ by themselves, and not only because something differs that they " +
          "depend on: says which variable, argument, source or input it is, and on which way it is reached.",
        "Takes two files, or two expressions with -E; or one of them and -A twice. A file may be a derivation of the store, or " +
          "what 'derivation show -r' has printed if its name ends in '.json'.",
        "Ends with status 0 if they are equal, with 1 if they differ, and with 2 if one of them cannot be had, as 'diff' does.",
      ],
      examples: [
        {
          command: "nivose derivation diff -A hosts.web -A hosts.db fleet.nix",
          does: "Says in what two parts of a value differ",
        },
        {
          command: "nivose derivation diff before.json system.nix",
          does: "Compares with what 'derivation show -r' has printed before",
        },
      ],
      letters: expressionLetters,
      takesNixSettings: true,
      flags: {
        json: { kind: "switch", brief: "Print JSON" },
        ...flags,
        ...evaluationFlags,
      },
      arguments: {
        placeholder: "FILE|EXPR",
        brief: "Where the two derivations are",
        least: 0,
        most: 2,
        completes: "nix-files",
      },
      load: () => import("../run/derivation-diff.ts"),
    },
  },
};
