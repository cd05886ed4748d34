/** The errors of the core, which knows no texts. */

import type { Code, Environment, Handle } from "../memory/words.ts";
import * as Op from "../code/code.ts";
import { explainDifference } from "../errors/difference.ts";
import type { EvalError } from "../errors/errors.ts";
import { expressionText } from "../errors/expression-text.ts";
import { describe, show } from "../errors/show.ts";
import { heap } from "../memory/heap.ts";
import { symbols } from "../memory/strings.ts";
import { evaluate, fail, missing, typeError } from "./machine.ts";

export function raiseNotASet(value: Handle, at: Code): never {
  throw typeError("a set", value, orNone(at));
}

export function raiseNotAList(value: Handle, at: Code): never {
  throw typeError("a list", value, orNone(at));
}

export function raiseNotABoolean(value: Handle, at: Code): never {
  throw typeError("a Boolean", value, orNone(at));
}

/** A builtin has no code of its own to point at. */
function orNone(at: Code): Code | undefined {
  return at === 0 ? undefined : at;
}

/** What a builtin is to call. */
export function raiseNoFunction(value: Handle): never {
  throw typeError("a function", value);
}

/** `site` is 0 for a call by a builtin. */
export function raiseNotAFunction(callee: Handle, site: Code): never {
  const text = `attempt to call something which is not a function but ${describe(callee)}: ${show(callee)}`;
  throw fail("type", text, orNone(site));
}

export function raiseMissing(symbol: number, set: Handle, at: Code): never {
  throw missing(symbol, set, at);
}

export function raiseInfiniteRecursion(code: Code): never {
  throw fail("infinite-recursion", "infinite recursion encountered", code);
}

export function raiseStackOverflow(): never {
  throw fail("stack-overflow", "stack overflow; max-call-depth exceeded");
}

export function raiseUndefinedVariable(code: Code): never {
  throw fail("undefined-variable", `undefined variable '${symbols.name(heap[code + 1]!)}'`, code);
}

export function raiseNoCode(code: Code): never {
  throw new Error(`no such code: ${heap[code]} at ${code}`);
}

export function raiseAssertion(condition: Code, environment: Environment, at: Code): never {
  throw assertionFailed(condition, environment, at);
}

/** Nix says what the condition was, and for a comparison what the difference is. */
function assertionFailed(condition: Code, environment: Environment, at: Code): EvalError {
  if (heap[condition] === Op.EQUAL) {
    const left = evaluate(condition + heap[condition + 1]!, environment);
    const right = evaluate(condition + heap[condition + 2]!, environment);
    const difference = explainDifference(left, right);
    if (difference !== undefined) return fail("assertion", difference, at);
  }
  return fail("assertion", `assertion '${expressionText(condition)}' failed`, at);
}
