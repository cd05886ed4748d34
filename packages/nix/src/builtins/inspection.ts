/**
 * What a function that explains an evaluation gets beside the value: it goes on past parts that fail, and sees calls that
 * nothing else tells of. Expressions cannot reach any of it.
 */

import { builtinValue } from "../eval/machine/builtin.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { equalValues } from "../eval/machine/compare.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { watchedCalls } from "../eval/code/watched-code.ts";
import { FALSE, type Handle, list, TRUE } from "../eval/memory/heap.ts";
import { force, markMachine, unwind } from "../eval/machine/machine.ts";
import { string } from "../eval/memory/strings.ts";
import { boolean, forceText } from "../eval/memory/values.ts";

/** As `tryEval`, but whatever the error is: `{ success = false; error = "…"; }`. */
export const attempt = builtinValue({
  name: "attempt",
  arity: 1,
  apply(value) {
    const mark = markMachine();
    try {
      force(value);
    } catch (error) {
      if (!(error instanceof EvalError)) throw error;
      unwind(mark);
      return attrsOf({ success: FALSE, error: string(error.text) });
    }
    return attrsOf({ success: TRUE, value });
  },
});

/**
 * The calls so far of a function that is watched, by its name and by what its first argument is equal to. There are a
 * hundred thousand of them in a system, so those that do not fit cost no memory.
 */
const calls = builtinValue({
  name: "calls",
  arity: 2,
  apply(name, first) {
    const wanted = force(first);
    const fitting = watchedCalls(forceText(name)).filter(({ args }) => isEqual(args[0]!, wanted));
    return list(fitting.map(({ args, result }) => attrsOf({ arguments: list(args), result })));
  },
});

/** An argument that cannot be evaluated is equal to nothing. */
function isEqual(handle: Handle, wanted: Handle): boolean {
  const mark = markMachine();
  try {
    return equalValues(force(handle), wanted, false);
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    unwind(mark);
    return false;
  }
}

/** Whether two values are one and the same, which says more than that they are equal and evaluates nothing within them. */
const isSame = builtinValue({
  name: "isSame",
  arity: 2,
  apply: (left, right) => boolean(force(left) === force(right)),
});

export function inspection(): Handle {
  return attrsOf({ attempt, calls, isSame });
}
