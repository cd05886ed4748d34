/** Operators. Some of them Nix turns into calls of a variable, which a file may define itself. */

import * as Token from "../../../syntax/token.ts";
import { heap } from "../../../syntax/memory.ts";
import * as Op from "../code.ts";
import { apply, expression } from "./expressions.ts";
import { smallInteger } from "./literals.ts";
import { record1, record2, recordOfWaiting, wait } from "./records.ts";
import { isImplied } from "./scopes.ts";
import { DIVIDE, LESS_THAN, MULTIPLY, PENDING_COUNT, SUBTRACT } from "./state.ts";
import { childAt, kindOf } from "./tree.ts";
import { implied, variable } from "./variables.ts";

export function unary(ref: number): number {
  const operand = expression(childAt(ref, 1));
  if (kindOf(childAt(ref, 0)) === Token.Not) return record1(Op.NOT, ref, operand);
  if (isImplied(SUBTRACT)) return record1(Op.NEGATE, ref, operand);
  return callImplied(SUBTRACT, smallInteger(0, ref), operand, ref);
}

export function binary(ref: number): number {
  const operator = kindOf(childAt(ref, 1));
  const left = expression(childAt(ref, 0));
  const right = expression(childAt(ref, 2));
  switch (operator) {
    case Token.PipeInto:
      return apply(ref, right, left);
    case Token.PipeFrom:
      return apply(ref, left, right);
    case Token.And:
      return record2(Op.AND, ref, left, right);
    case Token.Or:
      return record2(Op.OR, ref, left, right);
    case Token.Implies:
      return record2(Op.IMPLIES, ref, left, right);
    case Token.Equal:
      return record2(Op.EQUAL, ref, left, right);
    case Token.NotEqual:
      return record2(Op.NOT_EQUAL, ref, left, right);
    case Token.Plus:
      return record2(Op.ADD, ref, left, right);
    case Token.Update:
      return record2(Op.UPDATE, ref, left, right);
    case Token.Concat:
      return record2(Op.CONCAT, ref, left, right);
    case Token.Minus:
      return called(Op.SUBTRACT, SUBTRACT, ref, left, right);
    case Token.Star:
      return called(Op.MULTIPLY, MULTIPLY, ref, left, right);
    case Token.Slash:
      return called(Op.DIVIDE, DIVIDE, ref, left, right);
    case Token.Less:
      return called(Op.LESS, LESS_THAN, ref, left, right);
    case Token.LessEqual:
      return isImplied(LESS_THAN)
        ? record2(Op.LESS_EQUAL, ref, left, right)
        : record1(Op.NOT, ref, callImplied(LESS_THAN, right, left, ref));
    case Token.Greater:
      return isImplied(LESS_THAN) ? record2(Op.GREATER, ref, left, right) : callImplied(LESS_THAN, right, left, ref);
    default:
      return isImplied(LESS_THAN)
        ? record2(Op.GREATER_EQUAL, ref, left, right)
        : record1(Op.NOT, ref, callImplied(LESS_THAN, left, right, ref));
  }
}

function called(op: number, which: number, ref: number, left: number, right: number): number {
  return isImplied(which) ? record2(op, ref, left, right) : callImplied(which, left, right, ref);
}

/** A call of a variable that the grammar implies. */
export function callImplied(which: number, first: number, second: number, ref: number): number {
  const callee = variable(implied(which), ref);
  const from = heap[PENDING_COUNT]!;
  wait(callee);
  wait(first);
  wait(second);
  return recordOfWaiting(Op.APPLY, ref, from, 1);
}
