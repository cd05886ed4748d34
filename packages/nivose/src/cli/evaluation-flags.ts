/** What the verbs that evaluate expressions take, spelt as `nix-instantiate` spells it. */

import { featuresFlag } from "./experimental-features.ts";
import type { Flags } from "./verb.ts";

/** Which expressions, and what they are given. */
export const expressionFlags = {
  expr: { kind: "switch", brief: "Take the arguments for expressions (-E)" },
  attr: { kind: "texts", brief: "The part of the value to print (-A)", placeholder: "PATH", completes: "nothing" },
  arg: { kind: "pairs", brief: "Pass an expression to a function that asks for NAME", placeholder: "NAME EXPR" },
  argstr: { kind: "pairs", brief: "Pass a string to a function that asks for NAME", placeholder: "NAME STRING" },
  include: { kind: "texts", brief: "Where <NAME> is found (-I)", placeholder: "NAME=PATH", completes: "files" },
} as const satisfies Flags;

/** How they are evaluated. */
export const evaluationFlags = {
  showTrace: { kind: "switch", brief: "Show all that led to an error" },
  pureEval: { kind: "switch", brief: "Do not look at the environment or at files" },
  restrictEval: { kind: "switch", brief: "Read only files below the search path" },
  impure: { kind: "switch", brief: "Accepted, because Nix has it; evaluation is impure unless told" },
  timeout: { kind: "text", brief: "Give up after so many seconds", placeholder: "SECONDS", completes: "nothing" },
  option: { kind: "pairs", brief: "A setting of Nix, such as max-call-depth", placeholder: "NAME VALUE" },
  extraExperimentalFeatures: featuresFlag,
} as const satisfies Flags;

export const expressionLetters = { "-E": "expr", "-A": "attr", "-I": "include" } as const;
