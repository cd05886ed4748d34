/** Builtins that steer evaluation, and those that tell types apart. */

import * as Core from "../eval/core/builtin-numbers.ts";
import { type Builtin, inCore } from "../eval/machine/builtin.ts";
import { EvalError } from "../eval/errors/errors.ts";
import { add, divide, integerOf, multiply, numberOf, subtract } from "../eval/machine/arithmetic.ts";
import { coerce, Gathered } from "../eval/machine/coerce.ts";
import { lessThan } from "../eval/machine/compare.ts";
import {
  ATTRS,
  bigInteger,
  type Handle,
  isFloat,
  isInteger,
  LIST,
  NULL,
  PATH,
  STRING,
  TRUE,
  FALSE,
} from "../eval/memory/heap.ts";
import { enterNote, fail, force, leaveNote, markMachine, typeError, unwind } from "../eval/machine/machine.ts";
import { checkNesting } from "../eval/machine/nesting.ts";
import { remarkOnAttr } from "../eval/errors/remarks.ts";
import { settings } from "../eval/machine/settings.ts";
import { showWhole } from "../eval/errors/show.ts";
import { string, symbols, textOf } from "../eval/memory/strings.ts";
import { boolean, elements, forceString, makeAttrs, shapeOfSet, valueAt } from "../eval/memory/values.ts";
import { quoteName } from "../syntax/quote.ts";

const VALUE = symbols.ofName("value");

/** The name of a type as `typeOf` has it. */
function typeName(value: Handle): string {
  switch (value & 7) {
    case ATTRS:
      return "set";
    case LIST:
      return "list";
    case STRING:
      return "string";
    case PATH:
      return "path";
    default:
      if (isInteger(value)) return "int";
      if (isFloat(value)) return "float";
      if (value === NULL) return "null";
      return value === TRUE || value === FALSE ? "bool" : "lambda";
  }
}

function nameAt(set: Handle, slot: number): string {
  return quoteName(symbols.name(shapeOfSet(set).symbols[slot]!));
}

/** Forces everything that a value holds. */
export function forceDeep(handle: Handle, seen = new Set<Handle>(), level = 0): Handle {
  checkNesting(level);
  const value = force(handle);
  if (seen.has(value)) return value;
  if ((value & 7) === ATTRS) {
    seen.add(value);
    let slot = 0;
    enterNote(() => remarkOnAttr(`while evaluating the attribute '${nameAt(value, slot)}'`, value, slot));
    for (const count = shapeOfSet(value).count; slot < count; slot++) {
      forceDeep(valueAt(value, slot), seen, level + 1);
    }
    leaveNote();
  } else if ((value & 7) === LIST) {
    seen.add(value);
    for (const element of elements(value)) forceDeep(element, seen, level + 1);
  }
  return value;
}

/** The message of `throw` and `abort`. */
function message(handle: Handle): string {
  return coerce(handle, new Gathered(), { more: false, copy: true });
}

const WARNING = "evaluation warning: ";

/** The lines of a warning stand below each other, without blanks at their ends. */
function warningLines(text: string): string {
  const chomped = chomp(text);
  if (chomped === "") return "";
  const lines = chomped.split("\n");
  return lines.map((line, index) => chomp((index === 0 ? WARNING : " ".repeat(WARNING.length)) + line)).join("\n");
}

function chomp(text: string): string {
  return text.replace(/[ \n\r\t]+$/, "");
}

/** What `trace` and `warn` print: a string as it is, anything else as a value. */
function traced(handle: Handle): string {
  const value = force(handle);
  return (value & 7) === STRING ? textOf(value) : showWhole(value);
}

function bitwise(name: string, combine: (a: bigint, b: bigint) => bigint): Builtin {
  return { name, arity: 2, apply: (a, b) => bigInteger(BigInt.asIntN(64, combine(integerOf(a), integerOf(b)))) };
}

function numeric(name: string, combine: (a: Handle, b: Handle) => Handle): Builtin {
  return {
    name,
    arity: 2,
    apply(a, b) {
      const left = force(a);
      return combine(left, force(b));
    },
  };
}

/** A double as the processor makes an integer of it: what does not fit becomes the smallest. */
function asInteger(value: number): bigint {
  return Math.abs(value) < 2 ** 63 ? BigInt(value) : -(2n ** 63n);
}

function rounded(name: "ceil" | "floor"): Builtin {
  return {
    name,
    arity: 1,
    apply(handle) {
      const value = force(handle);
      if (!isInteger(value) && !isFloat(value)) throw typeError("a float", value);
      return bigInteger(asInteger(Math[name](numberOf(value))));
    },
  };
}

export const controlBuiltins: readonly Builtin[] = [
  { name: "typeOf", arity: 1, apply: (value) => string(typeName(force(value))) },
  inCore("isNull", 1, Core.IS_NULL),
  inCore("isFunction", 1, Core.IS_FUNCTION),
  inCore("isInt", 1, Core.IS_INT),
  inCore("isFloat", 1, Core.IS_FLOAT),
  inCore("isString", 1, Core.IS_STRING),
  inCore("isBool", 1, Core.IS_BOOL),
  inCore("isPath", 1, Core.IS_PATH),
  inCore("seq", 2, Core.SEQ),
  {
    name: "deepSeq",
    arity: 2,
    apply(first, second) {
      forceDeep(first);
      return force(second);
    },
  },
  {
    name: "tryEval",
    arity: 1,
    apply(value) {
      const mark = markMachine();
      try {
        force(value);
      } catch (error) {
        if (!(error instanceof EvalError) || !error.isCatchable) throw error;
        unwind(mark);
        return makeAttrs([
          { symbol: VALUE, value: FALSE },
          { symbol: symbols.ofName("success"), value: FALSE },
        ]);
      }
      return makeAttrs([
        { symbol: VALUE, value },
        { symbol: symbols.ofName("success"), value: TRUE },
      ]);
    },
  },
  {
    name: "throw",
    arity: 1,
    apply(value) {
      throw fail("throw", message(value));
    },
  },
  {
    name: "abort",
    arity: 1,
    apply(value) {
      throw fail("abort", `evaluation aborted with the following error message: '${message(value)}'`);
    },
  },
  {
    name: "trace",
    arity: 2,
    apply(first, second) {
      settings.print(`trace: ${traced(first)}`);
      return force(second);
    },
  },
  {
    name: "traceVerbose",
    arity: 2,
    apply(first, second) {
      if (settings.traceVerbose) settings.print(`trace: ${traced(first)}`);
      return force(second);
    },
  },
  {
    name: "warn",
    arity: 2,
    apply(first, second) {
      const text = forceString(first);
      settings.print(warningLines(textOf(text)));
      if (settings.abortOnWarn)
        throw fail("abort", "aborting to reveal stack trace of warning, as abort-on-warn is set");
      return force(second);
    },
  },
  { name: "break", arity: 1, apply: (value) => force(value) },
  {
    name: "addErrorContext",
    arity: 2,
    apply(context, value) {
      enterNote(context);
      const result = force(value);
      leaveNote();
      return result;
    },
  },
  numeric("add", add),
  numeric("sub", subtract),
  numeric("mul", multiply),
  numeric("div", divide),
  numeric("lessThan", (a, b) => boolean(lessThan(a, b))),
  bitwise("bitAnd", (a, b) => a & b),
  bitwise("bitOr", (a, b) => a | b),
  bitwise("bitXor", (a, b) => a ^ b),
  rounded("ceil"),
  rounded("floor"),
];
