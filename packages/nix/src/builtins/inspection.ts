/**
 * What a function that explains an evaluation gets beside the value: it goes on past parts that fail, and sees calls that
 * nothing else tells of. Expressions cannot reach any of it.
 */

import { builtinValue } from "../eval/machine/builtin.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { watchedCalls } from "../eval/code/watched-code.ts";
import { FALSE, type Handle, list, TRUE } from "../eval/memory/heap.ts";
import { force, markMachine, unwind } from "../eval/machine/machine.ts";
import { string } from "../eval/memory/strings.ts";
import { boolean, forceText } from "../eval/memory/values.ts";

/** As `tryEval`, but whatever the error is: `{ success = false; error = "…"; }`. */
const attempt = builtinValue({
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

/** The calls so far of a function that is watched, by its name. */
const calls = builtinValue({
  name: "calls",
  arity: 1,
  apply: (name) =>
    list(watchedCalls(forceText(name)).map(({ args, result }) => attrsOf({ arguments: list(args), result }))),
});

/** Whether two values are one and the same, which says more than that they are equal and evaluates nothing within them. */
const isSame = builtinValue({
  name: "isSame",
  arity: 2,
  apply: (left, right) => boolean(force(left) === force(right)),
});

export function inspection(): Handle {
  return attrsOf({ attempt, calls, isSame });
}
