/**
 * What a function that explains an evaluation gets beside the value: it goes on past parts that fail, and sees calls that
 * nothing else tells of. Expressions cannot reach any of it.
 */

import { builtinValue } from "../eval/machine/builtin.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { attrsOf } from "../eval/code/positions.ts";
import { noteObstacle } from "../eval/files/reads.ts";
import { type WatchedCall, watchedCalls, watchedCount } from "../eval/code/watched-code.ts";
import { placeOfCode } from "../eval/code/link.ts";
import { ATTRS, FALSE, type Handle, integer, LIST, list, NULL, THUNK, TRUE } from "../eval/memory/heap.ts";
import { rememberFailure } from "../eval/machine/failures.ts";
import { force, markMachine, unwind } from "../eval/machine/machine.ts";
import { string, symbols } from "../eval/memory/strings.ts";
import { attribute as attributeOf, boolean, elements as elementsOf, forceText, known } from "../eval/memory/values.ts";
import { nearestFew } from "../syntax/index.ts";

/** As `tryEval`, but whatever the error is: `{ success = false; error = "…"; kind = "type"; isLimit = false; }`. */
export const attempt = attemptNamed("attempt", ({ kind, text }) => ({
  error: string(text),
  kind: string(kind),
  isLimit: boolean(kind === "limit"),
}));

/** As `attempt`, with where the error is, as far as that is known, and what was looked for by its name and not found. */
const examine = attemptNamed("examine", (error) => ({
  error: string(error.text),
  place: placeOf(error),
  lookup: lookupOf(error),
}));

function attemptNamed(name: string, told: (error: EvalError) => Record<string, Handle>): Handle {
  return builtinValue({
    name,
    arity: 1,
    apply(value) {
      const error = errorOf(() => force(value));
      if (error === undefined) return attrsOf({ success: TRUE, value });
      // what is out of reach today, such as an input, may be at hand tomorrow
      if (error.kind === "limit") noteObstacle("something was out of reach");
      return attrsOf({ success: FALSE, ...told(error) });
    },
  });
}

/** What ends an evaluation, which is over then. */
function errorOf(evaluate: () => void): EvalError | undefined {
  const mark = markMachine();
  try {
    evaluate();
    return undefined;
  } catch (error) {
    if (!(error instanceof EvalError)) throw error;
    rememberFailure(error, mark);
    unwind(mark);
    return error;
  }
}

function placeOf({ at }: EvalError): Handle {
  const place = at === undefined ? undefined : placeOfCode(at);
  if (place?.origin.isFile !== true) return NULL;
  const { origin, line, column, start, end } = place;
  return attrsOf({
    file: string(origin.name),
    line: integer(line),
    column: integer(column),
    start: integer(start),
    end: integer(end),
  });
}

function lookupOf({ lookups }: EvalError): Handle {
  const [first] = lookups;
  if (first === undefined) return NULL;
  const names = new Set(lookups.flatMap((each) => Array.from(each.names, (symbol) => symbols.name(symbol))));
  const near = nearestFew(first.wanted, names, MOST_NEAR);
  return attrsOf({ wanted: string(first.wanted), near: list(near.map((name) => string(name))) });
}

const MOST_NEAR = 3;

/**
 * The calls so far of a function that is watched, by its name and by its first argument, which is a list of texts. There are
 * a hundred thousand of them in a system, so they are sorted by that argument once, and the new ones when it is asked again.
 */
const calls = builtinValue({
  name: "calls",
  arity: 2,
  apply(name, first) {
    const key = keyOf(first);
    const fitting = key === undefined ? [] : (callsOf(forceText(name)).byKey.get(key) ?? []);
    return list(fitting.map(({ args, result }) => attrsOf({ arguments: list(args), result })));
  },
});

/** All calls so far. */
const allCalls = builtinValue({
  name: "allCalls",
  arity: 1,
  apply: (name) =>
    list(watchedCalls(forceText(name)).map(({ args, result }) => attrsOf({ arguments: list(args), result }))),
});

/**
 * The first arguments of those calls of a watched function whose result is a set with an attribute that somebody has
 * evaluated by now.
 */
const evaluated = builtinValue({
  name: "evaluated",
  arity: 2,
  apply(name, attribute) {
    const symbol = symbols.ofName(forceText(attribute));
    const found = new Map<string, Handle>();
    for (const [key, each] of callsOf(forceText(name)).byKey)
      if (each.some(({ result }) => hasEvaluated(result, symbol))) found.set(key, each[0]!.args[0]!);
    return list([...found.values()]);
  },
});

function hasEvaluated(result: Handle, symbol: number): boolean {
  const set = known(result);
  const value = (set & 7) === ATTRS ? attributeOf(set, symbol) : undefined;
  return value !== undefined && (known(value) & 7) !== THUNK;
}

interface SortedCalls {
  readonly byKey: Map<string, WatchedCall[]>;
  /** As many calls of all functions have been looked at. */
  count: number;
}

let sorted = new Map<string, SortedCalls>();

function callsOf(name: string): SortedCalls {
  let found = sorted.get(name);
  if (found === undefined) sorted.set(name, (found = { byKey: new Map(), count: 0 }));
  const all = watchedCalls(name, found.count);
  found.count = watchedCount();
  for (const each of all) {
    const key = keyOf(each.args[0]!);
    if (key === undefined) continue;
    const same = found.byKey.get(key);
    if (same === undefined) found.byKey.set(key, [each]);
    else same.push(each);
  }
  return found;
}

/** A list of texts as one text; nothing if it is something else, or cannot be evaluated. */
function keyOf(handle: Handle): string | undefined {
  let key: string | undefined;
  errorOf(() => {
    const value = force(handle);
    if ((value & 7) === LIST) key = JSON.stringify(Array.from(elementsOf(value), forceText));
  });
  return key;
}

/** Whether two values are one and the same, which says more than that they are equal and evaluates nothing within them. */
const isSame = builtinValue({
  name: "isSame",
  arity: 2,
  apply: (left, right) => boolean(force(left) === force(right)),
});

/** `source` is the path in the store of the flake in question. */
export function inspection(source: string): Handle {
  sorted = new Map();
  return attrsOf({ allCalls, attempt, calls, evaluated, examine, isSame, source: string(source) });
}
