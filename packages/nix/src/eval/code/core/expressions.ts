/**
 * A syntax tree to code, in one pass: attribute sets are merged, variables become a depth and a slot, and every expression
 * becomes one record behind those of its children (see `code.ts`). Literals, variables and functions that are passed on cost
 * no thunk later, because the evaluator sees by the record that their value is already there.
 */

import * as Node from "../../../syntax/node.ts";
import * as Token from "../../../syntax/token.ts";
import { heap } from "../../../syntax/memory.ts";
import { noCodeFor } from "../room.ts";
import * as Op from "../code.ts";
import { lambda } from "./functions.ts";
import { indentedString } from "./indented-strings.ts";
import { emptyString, float, integer, stringText, verbatim } from "./literals.ts";
import { binary, callImplied, unary } from "./operators.ts";
import { record2, record3, recordOfWaiting, wait } from "./records.ts";
import { hasAttr, select, selection } from "./selections.ts";
import { letIn, tableRecord } from "./sets.ts";
import { BODY, FIND_FILE, FUNCTION_NAME, LEVEL, NIX_PATH, PENDING_COUNT, WITH_COUNT, WITHS } from "./state.ts";
import { tableOf } from "./merge.ts";
import { childAt, childCount, endOf, kindOf, nameOfToken, startOf } from "./tree.ts";
import { implied, variable } from "./variables.ts";

/** The address of the record of an expression. */
export function expression(ref: number): number {
  const name = heap[FUNCTION_NAME]!;
  heap[FUNCTION_NAME] = -1;
  switch (kindOf(ref)) {
    case Token.Identifier:
      return variable(nameOfToken(~ref), ref);
    case Token.Integer:
      return integer(ref);
    case Token.Float:
      return float(ref);
    case Token.Path:
    case Token.HomePath:
      return verbatim(Op.PATH_LITERAL, ref, startOf(ref), endOf(ref));
    case Token.SearchPath:
      return searchPath(ref);
    case Token.Uri:
      return verbatim(Op.STRING_LITERAL, ref, startOf(ref), endOf(ref));
    case Node.String:
      return stringLiteral(ref);
    case Node.IndentedString:
      return indentedString(ref);
    case Node.InterpolatedPath:
      return interpolatedPath(ref);
    case Node.Interpolation:
      return expression(childAt(ref, 0));
    case Node.Paren:
      heap[FUNCTION_NAME] = name;
      return expression(childAt(ref, 0));
    case Node.List:
      return recordOfWaiting(Op.LIST, ref, waitForChildren(ref), 0);
    case Node.AttrSet:
      return tableRecord(tableOf(ref), ref);
    case Node.LegacyLet: {
      const set = tableRecord(tableOf(ref), ref);
      return select(set, implied(BODY), ref);
    }
    case Node.Select:
      return selection(ref);
    case Node.HasAttr:
      return hasAttr(ref);
    case Node.ApplyOr: {
      const callee = expression(childAt(ref, 0));
      const argument = childAt(ref, 1);
      return apply(ref, callee, variable(nameOfToken(~argument), argument));
    }
    case Node.Apply:
      return recordOfWaiting(Op.APPLY, ref, waitForChildren(ref), 1);
    case Node.Unary:
      return unary(ref);
    case Node.Binary:
      return binary(ref);
    case Node.Lambda:
      return lambda(ref, name);
    case Node.Let:
      return letIn(ref);
    case Node.If: {
      const condition = expression(childAt(ref, 0));
      const consequence = expression(childAt(ref, 1));
      return record3(Op.IF, ref, condition, consequence, expression(childAt(ref, 2)));
    }
    case Node.Assert: {
      const condition = expression(childAt(ref, 0));
      return record2(Op.ASSERT, ref, condition, expression(childAt(ref, 1)));
    }
    case Node.With:
      return withScope(ref);
    default:
      return noCodeFor(kindOf(ref));
  }
}

/** Compiles the children of a node, which wait then. Returns how many waited before. */
function waitForChildren(ref: number): number {
  const from = heap[PENDING_COUNT]!;
  for (let index = 0, count = childCount(ref); index < count; index++) wait(expression(childAt(ref, index)));
  return from;
}

export function apply(ref: number, callee: number, argument: number): number {
  const from = heap[PENDING_COUNT]!;
  wait(callee);
  wait(argument);
  return recordOfWaiting(Op.APPLY, ref, from, 1);
}

/** `<nixpkgs>` */
function searchPath(ref: number): number {
  const entries = variable(implied(NIX_PATH), ref);
  const name = verbatim(Op.STRING_LITERAL, ref, startOf(ref) + 1, endOf(ref) - 1);
  return callImplied(FIND_FILE, entries, name, ref);
}

function stringLiteral(ref: number): number {
  const count = childCount(ref);
  if (count === 0) return emptyString(ref);
  const first = childAt(ref, 0);
  if (count === 1 && first < 0) return stringText(first);
  const from = heap[PENDING_COUNT]!;
  for (let index = 0; index < count; index++) {
    const piece = childAt(ref, index);
    wait(piece < 0 ? stringText(piece) : expression(piece));
  }
  return recordOfWaiting(Op.JOIN_STRING, ref, from, 0);
}

function interpolatedPath(ref: number): number {
  const from = heap[PENDING_COUNT]!;
  for (let index = 0, count = childCount(ref); index < count; index++) {
    const piece = childAt(ref, index);
    const isText = index > 0 && piece < 0;
    wait(isText ? verbatim(Op.STRING_LITERAL, piece, startOf(piece), endOf(piece)) : expression(piece));
  }
  return recordOfWaiting(Op.JOIN_PATH, ref, from, 0);
}

function withScope(ref: number): number {
  const scope = expression(childAt(ref, 0));
  const level = heap[LEVEL]! + 1;
  const count = heap[WITH_COUNT]!;
  heap[LEVEL] = level;
  heap[heap[WITHS]! + count] = level;
  heap[WITH_COUNT] = count + 1;
  const body = expression(childAt(ref, 1));
  heap[WITH_COUNT] = count;
  heap[LEVEL] = level - 1;
  return record2(Op.WITH, ref, scope, body);
}
