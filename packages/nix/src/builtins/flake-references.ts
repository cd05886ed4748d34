/** `builtins.parseFlakeRef` and `builtins.flakeRefToString`. */

import type { Builtin } from "../eval/machine/builtin.ts";
import { bigInteger, bigIntegerValue, FALSE, type Handle, isInteger, STRING, TRUE } from "../eval/memory/heap.ts";
import { fail } from "../eval/machine/machine.ts";
import { settings } from "../eval/machine/settings.ts";
import { describe, evaluated } from "../eval/errors/show.ts";
import { inStore } from "../eval/errors/store-errors.ts";
import { string, symbols, textOf } from "../eval/memory/strings.ts";
import { boolean, forceAttrs, forcePlainText, makeAttrs, shapeOfSet, valueAt } from "../eval/memory/values.ts";
import {
  type Attribute,
  FlakeReferenceError,
  parseReference,
  printReference,
  referenceAttributes,
  referenceFromAttributes,
  type Surroundings,
} from "../flake/reference/index.ts";

/** Errors of references as errors of evaluation. */
export function inReference<Result>(action: () => Result): Result {
  try {
    return inStore(action);
  } catch (error) {
    if (error instanceof FlakeReferenceError) throw fail("eval", error.message);
    throw error;
  }
}

export function referenceSurroundings(): Surroundings {
  const { experimentalFeatures } = settings;
  return { experimentalFeatures, warn: (text) => settings.print(`warning: ${text}`) };
}

/** A count among attributes, which has no sign. */
export function unsigned(value: Handle, name: string, what: string): bigint {
  const count = bigIntegerValue(value);
  if (count < 0n) throw fail("eval", `negative value given for ${what} attr ${name}: ${count}`);
  return count;
}

export const flakeReferenceBuiltins: readonly Builtin[] = [
  {
    name: "parseFlakeRef",
    arity: 1,
    apply(handle) {
      const text = forcePlainText(handle);
      const attributes = inReference(() => referenceAttributes(parseReference(text, referenceSurroundings())));
      return makeAttrs(
        Array.from(attributes, ([name, value]) => ({ symbol: symbols.ofName(name), value: valueOf(value) })),
      );
    },
  },
  {
    name: "flakeRefToString",
    arity: 1,
    apply(handle) {
      const attributes = attributesOf(forceAttrs(handle));
      const surroundings = referenceSurroundings();
      return inReference(() =>
        string(untilNull(printReference(referenceFromAttributes(attributes, surroundings), surroundings))),
      );
    },
  },
];

/** The attributes as they are: nothing is forced here. */
function attributesOf(set: Handle): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [slot, symbol] of shapeOfSet(set).symbols.entries()) {
    const name = symbols.name(symbol);
    const value = evaluated(valueAt(set, slot));
    if (isInteger(value)) attributes.set(name, unsigned(value, name, "flake ref"));
    else if (value === TRUE || value === FALSE) attributes.set(name, value === TRUE);
    else if ((value & 7) === STRING) attributes.set(name, textOf(value));
    else {
      throw fail(
        "eval",
        "flake reference attribute sets may only contain integers, Booleans, and strings, " +
          `but attribute '${name}' is ${describe(value)}`,
      );
    }
  }
  return attributes;
}

function valueOf(attribute: Attribute): Handle {
  if (typeof attribute === "boolean") return boolean(attribute);
  return typeof attribute === "bigint" ? bigInteger(BigInt.asIntN(64, attribute)) : string(untilNull(attribute));
}

/** A `%00` of a URL ends a string of Nix. */
function untilNull(text: string): string {
  return text.split("\0", 1)[0]!;
}
