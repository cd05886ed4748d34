/** The flags of the verbs that evaluate expressions, spelt as `nix-instantiate` spells them. */

import { featuresFlag } from "./experimental-features.ts";
import type { Flags } from "./verb.ts";

const paper = {
  kind: "switch",
  brief: "Take every input from paper: the options and the names of packages, and nothing else of nixpkgs",
} as const;

/** Of verbs that take from paper what is not there. */
export const paperFlags = {
  real: { kind: "switch", brief: "Take no input from paper, also if it is not on this machine" },
} as const satisfies Flags;

/** Which expressions, and what they are given. */
export const expressionFlags = {
  expr: { kind: "switch", brief: "Take the arguments for expressions" },
  attr: { kind: "texts", brief: "The part of the value to print", placeholder: "PATH", completes: "nothing" },
  arg: { kind: "pairs", brief: "Pass an expression to a function that asks for NAME", placeholder: "NAME EXPR" },
  argstr: { kind: "pairs", brief: "Pass a string to a function that asks for NAME", placeholder: "NAME STRING" },
  include: { kind: "texts", brief: "Where <NAME> is found", placeholder: "NAME=PATH", completes: "files" },
  overrideInput: {
    kind: "pairs",
    brief: "Take another flake for an input, such as nixpkgs or a/b",
    placeholder: "INPUT FLAKE",
  },
  overrideFlake: {
    kind: "pairs",
    brief: "Take another flake for what a registry knows under a name",
    placeholder: "NAME FLAKE",
  },
  inputsFrom: {
    kind: "texts",
    brief: "Know the inputs of another flake by their names",
    placeholder: "FLAKE",
    completes: "files",
  },
  referenceLockFile: {
    kind: "text",
    brief: "Go by another lock file than that of the flake",
    placeholder: "FILE",
    completes: "files",
  },
  paper,
} as const satisfies Flags;

/** What is taken instead of the inputs of a flake. */
export const flakeFlags = {
  overrideInput: expressionFlags.overrideInput,
  overrideFlake: expressionFlags.overrideFlake,
  inputsFrom: expressionFlags.inputsFrom,
  referenceLockFile: expressionFlags.referenceLockFile,
  paper,
} as const satisfies Flags;

/** How they are evaluated. */
export const evaluationFlags = {
  showTrace: { kind: "switch", brief: "Show all that led to an error" },
  pureEval: { kind: "switch", brief: "Do not look at the environment or at files" },
  restrictEval: { kind: "switch", brief: "Read only files below the search path" },
  impure: { kind: "switch", brief: "Look at the environment and at files; flakes do not unless told" },
  readWriteMode: { kind: "switch", brief: "Accepted, because Nix has it; nothing is written to a store" },
  evalStore: { kind: "text", brief: "Refused: there is only one store", placeholder: "URL", completes: "nothing" },
  timeout: { kind: "text", brief: "Give up after so many seconds", placeholder: "SECONDS", completes: "nothing" },
  offline: { kind: "switch", brief: "Accepted, because Nix has it; evaluation uses no network" },
  noWriteLockFile: { kind: "switch", brief: "Accepted, because Nix has it; only 'nivose lock' writes one" },
  option: {
    kind: "pairs",
    brief: "A setting of Nix, such as max-call-depth; each is a flag, too, such as --max-call-depth 100",
    placeholder: "NAME VALUE",
  },
  extraExperimentalFeatures: featuresFlag,
} as const satisfies Flags;

export const expressionLetters = { "-E": "expr", "-A": "attr", "-I": "include" } as const;

/** The values of all these flags. */
export interface EvaluationFlags {
  readonly expr: boolean;
  readonly attr?: readonly string[];
  readonly arg?: readonly string[];
  readonly argstr?: readonly string[];
  readonly include?: readonly string[];
  readonly overrideInput?: readonly string[];
  readonly overrideFlake?: readonly string[];
  readonly inputsFrom?: readonly string[];
  readonly referenceLockFile?: string;
  readonly paper?: boolean;
  readonly showTrace: boolean;
  readonly offline?: boolean;
  readonly noWriteLockFile?: boolean;
  readonly evalStore?: string;
  readonly timeout?: string;
  readonly option?: readonly string[];
  readonly extraExperimentalFeatures?: readonly string[];
}

/** What of these is about the inputs of a flake. */
export type FlakeFlags = Partial<Pick<EvaluationFlags, "overrideInput" | "inputsFrom" | "referenceLockFile" | "paper">>;
