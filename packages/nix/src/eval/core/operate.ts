/** The operations that do not go on with another expression in their own place. */

import * as Op from "../code/code.ts";
import { positionOfCode } from "../code/link.ts";
import { noteCall } from "../code/watched-code.ts";
import { divide, multiply, negate, subtract } from "../machine/arithmetic.ts";
import { addToInteger, addValues, joinPath, joinString } from "../machine/coerce.ts";
import { equalValues, lessThan } from "../machine/compare.ts";
import { computedAttrs } from "../machine/computed-attrs.ts";
import { raiseAgain } from "../machine/failures.ts";
import { symbolOfName } from "../machine/look-up.ts";
import { raiseMissing, raiseNoCode, raiseNotAList, raiseNotASet, raiseUndefinedVariable } from "../machine/raise.ts";
import { SHAPE_HEADER, slotIn } from "../memory/shape-words.ts";
import { symbolString } from "../memory/strings.ts";
import {
  APPLY_TWO,
  ATTRS,
  ATTRS_HEADER,
  allocate,
  BOOLEAN_KIND,
  type Code,
  type Environment,
  FALSE,
  type Handle,
  heap,
  INTEGER,
  kindOf,
  LIST,
  NULL_KIND,
  OTHER,
  PATH,
  STRING,
  SYMBOL_ROOM,
  SYMBOL_STRINGS,
  TRUE,
} from "../memory/words.ts";
import { evaluate, isTrue, operand } from "./evaluate.ts";
import { has } from "./select.ts";
import { concat, recursiveAttrs, update } from "./sets.ts";
import { delay, forceAttr } from "./values.ts";

export function operate(code: Code, environment: Environment): Handle {
  switch (heap[code]) {
    case Op.REC_ATTRS:
      return recursiveAttrs(code, environment, false);
    case Op.COMPUTED_ATTRS:
      return computedAttrs(code, environment);
    case Op.SELECT_COMPUTED: {
      // Nix evaluates the set before the name
      const subject = operand(code + heap[code + 2]!, environment);
      const symbol = symbolOfName(operand(code + heap[code + 1]!, environment), code);
      if ((subject & 7) !== ATTRS) raiseNotASet(subject, code);
      const slot = slotIn(heap[subject >>> 3]!, symbol);
      if (slot < 0) raiseMissing(symbol, subject, code);
      return forceAttr(heap[(subject >>> 3) + ATTRS_HEADER + slot]!, code, subject >>> 3);
    }
    case Op.HAS:
      return has(code, environment) ? TRUE : FALSE;
    case Op.NOT:
      return isTrue(code + heap[code + 1]!, environment) ? FALSE : TRUE;
    case Op.AND:
      return isTrue(code + heap[code + 1]!, environment) && isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.OR:
      return isTrue(code + heap[code + 1]!, environment) || isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.IMPLIES:
      return !isTrue(code + heap[code + 1]!, environment) || isTrue(code + heap[code + 2]!, environment) ? TRUE : FALSE;
    case Op.EQUAL:
      return areEqual(code, environment) ? TRUE : FALSE;
    case Op.NOT_EQUAL:
      return areEqual(code, environment) ? FALSE : TRUE;
    case Op.LESS:
      return isLess(code, environment) ? TRUE : FALSE;
    case Op.GREATER_EQUAL:
      return isLess(code, environment) ? FALSE : TRUE;
    case Op.GREATER:
      return isGreater(code, environment) ? TRUE : FALSE;
    case Op.LESS_EQUAL:
      return isGreater(code, environment) ? FALSE : TRUE;
    case Op.ADD:
      return add(code, environment);
    case Op.SUBTRACT: {
      const left = operand(code + heap[code + 1]!, environment);
      const right = operand(code + heap[code + 2]!, environment);
      if ((left & 7) === INTEGER && (right & 7) === INTEGER) {
        const difference = (left >> 3) - (right >> 3);
        if (isInline(difference)) return (difference << 3) | INTEGER;
      }
      return subtract(left, right, code);
    }
    case Op.MULTIPLY: {
      const left = operand(code + heap[code + 1]!, environment);
      return multiply(left, operand(code + heap[code + 2]!, environment), code);
    }
    case Op.DIVIDE: {
      const left = operand(code + heap[code + 1]!, environment);
      return divide(left, operand(code + heap[code + 2]!, environment), code);
    }
    case Op.NEGATE:
      return negate(operand(code + heap[code + 1]!, environment), code);
    case Op.UPDATE: {
      const left = operand(code + heap[code + 1]!, environment);
      if ((left & 7) !== ATTRS) raiseNotASet(left, code + heap[code + 1]!);
      const right = operand(code + heap[code + 2]!, environment);
      if ((right & 7) !== ATTRS) raiseNotASet(right, code + heap[code + 2]!);
      return update(left, right);
    }
    case Op.CONCAT: {
      const left = operand(code + heap[code + 1]!, environment);
      const right = operand(code + heap[code + 2]!, environment);
      if ((left & 7) !== LIST) raiseNotAList(left, code + heap[code + 1]!);
      if ((right & 7) !== LIST) raiseNotAList(right, code + heap[code + 2]!);
      return concat(left, right);
    }
    case Op.JOIN_STRING:
      return joinString(code, environment);
    case Op.JOIN_PATH:
      return joinPath(code, environment);
    case Op.STRING_LITERAL:
    case Op.PATH_LITERAL:
    case Op.INTEGER_LITERAL:
    case Op.FLOAT_LITERAL:
      return delay(code, environment);
    case Op.CURRENT_POSITION:
      return positionOfCode(code);
    case Op.UNDEFINED:
      return raiseUndefinedVariable(code);
    case Op.MAPPED_ATTR:
      return callMapped(code, environment);
    case Op.WATCHED: {
      const result = evaluate(code + heap[code + 1]!, environment);
      noteCall(heap[code + 2]!, environment, result);
      return result;
    }
    case Op.FAILED:
      return raiseAgain(environment);
    default:
      return raiseNoCode(code);
  }
}

function areEqual(code: Code, environment: Environment): boolean {
  const left = operand(code + heap[code + 1]!, environment);
  const right = operand(code + heap[code + 2]!, environment);
  if (left === right && isSimple(left)) return true;
  // numbers of different kinds may be equal, values of different types are not
  if ((left & 7) !== (right & 7) && (!mayBeNumber(left) || !mayBeNumber(right))) return false;
  if ((left & 7) === INTEGER && (right & 7) === INTEGER) return false;
  return equalValues(left, right, false);
}

/** Whether a value is one of those that are equal to themselves without a look into them. */
function isSimple(value: Handle): boolean {
  if ((value & 7) === OTHER) return kindOf(value) === NULL_KIND || kindOf(value) === BOOLEAN_KIND;
  return (value & 7) === INTEGER || (value & 7) === STRING || (value & 7) === PATH;
}

function mayBeNumber(value: Handle): boolean {
  return (value & 7) === INTEGER || (value & 7) === OTHER;
}

function isLess(code: Code, environment: Environment): boolean {
  const left = operand(code + heap[code + 1]!, environment);
  const right = operand(code + heap[code + 2]!, environment);
  if ((left & 7) === INTEGER && (right & 7) === INTEGER) return left < right;
  return lessThan(left, right, code);
}

/** Nix swaps the operands, and with them the order in which they are evaluated. */
function isGreater(code: Code, environment: Environment): boolean {
  const right = operand(code + heap[code + 2]!, environment);
  const left = operand(code + heap[code + 1]!, environment);
  if ((left & 7) === INTEGER && (right & 7) === INTEGER) return right < left;
  return lessThan(right, left, code);
}

/** `left + right`: the type of the left operand decides. */
function add(code: Code, environment: Environment): Handle {
  const left = operand(code + heap[code + 1]!, environment);
  if ((left & 7) !== INTEGER) return addValues(code, left, code + heap[code + 2]!, environment);
  const right = evaluate(code + heap[code + 2]!, environment);
  if ((right & 7) === INTEGER) {
    const sum = (left >> 3) + (right >> 3);
    if (isInline(sum)) return (sum << 3) | INTEGER;
  }
  return addToInteger(left, right, code + heap[code + 2]!);
}

/** Whether an integer has room in a handle. */
function isInline(value: number): boolean {
  return (value << 3) >> 3 === value;
}

/** The name of a symbol as a string. */
function nameOf(symbol: number): Handle {
  const known = symbol < heap[SYMBOL_ROOM]! ? heap[heap[SYMBOL_STRINGS]! + symbol]! : 0;
  return known === 0 ? symbolString(symbol) : known;
}

/** The call of the function of `mapAttrs` for one attribute. */
function callMapped(record: Code, mapping: Environment): Handle {
  const set = heap[mapping + 2]! >>> 3;
  const slot = heap[record + 1]!;
  const environment = allocate(4);
  heap[environment + 1] = heap[mapping + 1]!;
  heap[environment + 2] = nameOf(heap[heap[set]! + SHAPE_HEADER + slot]!);
  heap[environment + 3] = heap[set + ATTRS_HEADER + slot]!;
  return evaluate(heap[APPLY_TWO]!, environment);
}
