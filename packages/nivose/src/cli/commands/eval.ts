import { featuresFlag } from "../experimental-features.ts";
import type { Verb } from "../verb.ts";

export const evaluate: Verb = {
  brief: "Evaluate Nix expressions, without Nix",
  description: [
    "Takes what 'nix-instantiate --eval' takes and prints the same on standard output. Nothing is built, nothing is written " +
      "to a store, and nothing is fetched: what needs a network is an error that says so.",
    "Arguments are files; with -E they are expressions, and '-' reads standard input. A folder means its default.nix.",
  ],
  examples: [
    { command: "nivose eval -E '1 + 2'", does: "Evaluates an expression" },
    {
      command: "nivose eval --strict --json -A config.services host.nix",
      does: "Prints a part of a file's value as JSON",
    },
    {
      command: "nivose eval -I nixpkgs=./nixpkgs -E '(import <nixpkgs> { }).hello.drvPath'",
      does: "Computes the path of a derivation",
    },
  ],
  letters: { "-E": "expr", "-A": "attr", "-I": "include" },
  flags: {
    expr: { kind: "switch", brief: "Take the arguments for expressions (-E)" },
    attr: { kind: "texts", brief: "The part of the value to print (-A)", placeholder: "PATH", completes: "nothing" },
    arg: { kind: "pairs", brief: "Pass an expression to a function that asks for NAME", placeholder: "NAME EXPR" },
    argstr: { kind: "pairs", brief: "Pass a string to a function that asks for NAME", placeholder: "NAME STRING" },
    include: { kind: "texts", brief: "Where <NAME> is found (-I)", placeholder: "NAME=PATH", completes: "files" },
    strict: { kind: "switch", brief: "Evaluate lists and sets to the end" },
    json: { kind: "switch", brief: "Print JSON" },
    xml: { kind: "switch", brief: "Print XML" },
    raw: { kind: "switch", brief: "Print a string as it is, without quotes" },
    noLocation: { kind: "switch", brief: "Leave places in files out of XML" },
    showTrace: { kind: "switch", brief: "Show all that led to an error" },
    stats: { kind: "switch", brief: "Say how much memory the evaluation took" },
    pureEval: { kind: "switch", brief: "Do not look at the environment or at files" },
    restrictEval: { kind: "switch", brief: "Read only files below the search path" },
    impure: { kind: "switch", brief: "Accepted, because Nix has it; evaluation is impure unless told" },
    timeout: { kind: "text", brief: "Give up after so many seconds", placeholder: "SECONDS", completes: "nothing" },
    option: { kind: "pairs", brief: "A setting of Nix, such as max-call-depth", placeholder: "NAME VALUE" },
    extraExperimentalFeatures: featuresFlag,
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
