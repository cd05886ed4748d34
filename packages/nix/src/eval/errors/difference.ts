/**
 * What makes two values differ, as a failed `assert a == b` tells it. It follows the comparison step by step, so that it
 * forces the same values in the same order.
 */

import { numberOf } from "../machine/arithmetic.ts";
import { equalValues, isDerivation } from "../machine/compare.ts";
import {
  ATTRS,
  FALSE,
  FUNCTION,
  type Handle,
  isFloat,
  isInteger,
  LIST,
  listElement,
  listLength,
  NULL,
  PATH,
  STRING,
  TRUE,
} from "../memory/heap.ts";
import { force } from "../machine/machine.ts";
import { quoteName } from "../../syntax/quote.ts";
import { slotOf } from "../memory/shapes.ts";
import { describe, show } from "./show.ts";
import { pathOf, symbols, textOf } from "../memory/strings.ts";
import { attribute, shapeOfSet, valueAt } from "../memory/values.ts";

const OUT_PATH = symbols.ofName("outPath");

/** Nothing if the values are equal after all. */
export function explainDifference(left: Handle, right: Handle, nested = false): string | undefined {
  const a = force(left);
  const b = force(right);
  if (nested && left === right) return undefined;
  if ((isInteger(a) || isFloat(a)) && (isInteger(b) || isFloat(b))) {
    if (numberOf(a) === numberOf(b) && equalValues(a, b, true)) return undefined;
    return `${describe(a)} with value '${show(a)}' is not equal to ${describe(b)} with value '${show(b)}'`;
  }
  if (kind(a) !== kind(b)) {
    return `${describe(a)} of value '${show(a)}' is not equal to ${describe(b)} of value '${show(b)}'`;
  }
  switch (a & 7) {
    case STRING:
      return textOf(a) === textOf(b) ? undefined : `string '${show(a)}' is not equal to string '${show(b)}'`;
    case PATH:
      return pathOf(a) === pathOf(b) ? undefined : `path '${show(a)}' is not equal to path '${show(b)}'`;
    case LIST:
      return listDifference(a, b);
    case ATTRS:
      return attrsDifference(a, b);
    default:
      if (a === NULL) return undefined;
      if (a === TRUE || a === FALSE) {
        return a === b ? undefined : `boolean '${show(a)}' is not equal to boolean '${show(b)}'`;
      }
      return "distinct functions and immediate comparisons of identical functions compare as unequal";
  }
}

/** What must be the same for two values to be comparable at all. */
function kind(value: Handle): number {
  if (value === NULL) return -1;
  if (value === TRUE || value === FALSE) return -2;
  if (isInteger(value) || isFloat(value)) return -3;
  return (value & 7) === STRING || (value & 7) === PATH || (value & 7) === LIST || (value & 7) === ATTRS
    ? value & 7
    : FUNCTION;
}

function listDifference(a: Handle, b: Handle): string | undefined {
  const mine = listLength(a);
  const theirs = listLength(b);
  if (mine !== theirs) {
    return (
      `list of size '${mine}' is not equal to list of size '${theirs}', left hand side is '${show(a)}', ` +
      `right hand side is '${show(b)}'`
    );
  }
  for (let index = 0; index < mine; index++) {
    const difference = explainDifference(listElement(a, index), listElement(b, index), true);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function attrsDifference(a: Handle, b: Handle): string | undefined {
  if (isDerivation(a) && isDerivation(b)) {
    const mine = attribute(a, OUT_PATH);
    const theirs = attribute(b, OUT_PATH);
    if (mine !== undefined && theirs !== undefined) return explainDifference(mine, theirs, true);
  }
  const left = shapeOfSet(a);
  const right = shapeOfSet(b);
  if (left.count !== right.count) {
    return `attribute names of attribute set '${show(a)}' differs from attribute set '${show(b)}'`;
  }
  for (let slot = 0; slot < left.count; slot++) {
    const mine = left.symbols[slot]!;
    const theirs = right.symbols[slot]!;
    if (mine !== theirs) {
      return slotOf(right, mine) < 0
        ? `attribute name '${quoteName(symbols.name(mine))}' is contained in '${show(a)}', but not in '${show(b)}'`
        : `attribute name '${quoteName(symbols.name(theirs))}' is missing in '${show(a)}', but is contained in '${show(b)}'`;
    }
    const difference = explainDifference(valueAt(a, slot), valueAt(b, slot), true);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
