/** Binary operators. A chain of the same operator is one group: all in a line, or each operand on its own. */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import type { Ref } from "../syntax/tree.ts";
import { printApplication } from "./applications.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { type Printer, printToken } from "./printer.ts";
import { applicationParts, isAbsorbable, isApplication, isTerm } from "./shapes.ts";

/** Chains of pipes longer than this are always broken. */
const LONGEST_FLAT_PIPE = 3;

const NO_OPERATOR = -1;

export function printBinary(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const operator = tree.child(ref, 1);
  if (!isComparison(tree.kind(operator))) {
    printOperation(printer, ref, false);
    return;
  }
  printExpression(printer, tree.child(ref, 0));
  document.spacing(Element.Softspace);
  printToken(printer, ~operator);
  document.spacing(Element.Hardspace);
  printExpression(printer, tree.child(ref, 2));
}

/** A chain of one operator. If `wideFirst`, a set at its start is always broken. */
export function printOperation(printer: Printer, ref: Ref, wideFirst: boolean): void {
  const { tree, document, comments } = printer;
  const kind = tree.kind(tree.child(ref, 1));
  const { operators, operands } = chain(printer, ref);
  const pipe = kind === Token.PipeInto || kind === Token.PipeFrom;
  const space = pipe && operands.length > LONGEST_FLAT_PIPE ? Element.Hardline : Element.Space;

  document.open(Element.Group);
  for (let index = 0; index < operands.length; index++) {
    const operand = operands[index]!;
    const operator = operators[index]!;
    if (operator === NO_OPERATOR) {
      const wide = wideFirst && isTerm(printer, operand) && isAbsorbable(printer, operand);
      printExpression(printer, operand, wide ? "wide" : "apart");
      continue;
    }
    document.spacing(space);
    comments.moveUp(operator);
    printToken(printer, operator);
    document.level++;
    printOperand(printer, operand);
    document.level--;
  }
  document.close();
}

/** The first operand of a chain. Only `+` is written down from the left. */
export function leftmostOperand({ tree }: Printer, ref: Ref): Ref {
  const operator = tree.kind(tree.child(ref, 1));
  let left = tree.child(ref, 0);
  if (operator !== Token.Plus) return left;
  while (tree.kind(left) === Node.Binary && tree.kind(tree.child(left, 1)) === operator) left = tree.child(left, 0);
  return left;
}

/** An operand behind its operator. */
function printOperand(printer: Printer, operand: Ref): void {
  const { tree, document } = printer;
  if (tree.kind(operand) === Node.Binary) {
    // an operation of another kind starts on a line of its own
    document.open(Element.Group);
    document.spacing(Element.Space);
    printExpression(printer, operand);
    document.close();
  } else if (isApplication(printer, operand)) {
    document.open(Element.Group);
    document.spacing(Element.Hardspace);
    printApplication(printer, applicationParts(printer, operand), { before: Element.Space });
    document.close();
  } else {
    document.spacing(Element.Hardspace);
    printExpression(printer, operand);
  }
}

/** The operands of a chain from left to right, each with the operator before it. */
function chain({ tree }: Printer, ref: Ref): { operators: number[]; operands: Ref[] } {
  const kind = tree.kind(tree.child(ref, 1));
  const operators: number[] = [];
  const operands: Ref[] = [];
  const waiting: Ref[] = [ref];
  const waitingOperators: number[] = [NO_OPERATOR];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const operator = waitingOperators.pop()!;
    if (tree.kind(next) === Node.Binary && tree.kind(tree.child(next, 1)) === kind) {
      waiting.push(tree.child(next, 2), tree.child(next, 0));
      waitingOperators.push(~tree.child(next, 1), operator);
    } else {
      operators.push(operator);
      operands.push(next);
    }
  }
  return { operators, operands };
}

function isComparison(operator: Token.TokenKind): boolean {
  return operator >= Token.Less && operator <= Token.NotEqual;
}
