/**
 * The right-hand sides of `=` and `?`, and everything else that would rather go on at the end of a line and be broken
 * inside than start a line of its own.
 */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import type { Ref } from "../syntax/tree.ts";
import { printApplication } from "./applications.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { printAbsorbedWith } from "./keywords.ts";
import { leftmostOperand, printOperation } from "./operators.ts";
import { printAbsorbedParentheses } from "./parentheses.ts";
import { BRACKET, LINK, type Printer, printToken } from "./printer.ts";
import { applicationParts, isAbsorbable, isAbsorbableExpression, isApplication, isTerm } from "./shapes.ts";

/** An expression that starts at the end of a line, if it can. */
export function printAbsorbed(printer: Printer, expression: Ref, wide: boolean): void {
  const { tree } = printer;
  if (isTerm(printer, expression) && isAbsorbable(printer, expression)) {
    printExpression(printer, expression, wide ? "wide" : "bare");
  } else if (tree.kind(expression) === Node.With) {
    const body = tree.child(expression, 1);
    if (isTerm(printer, body) && isAbsorbable(printer, body)) printAbsorbedWith(printer, expression);
    else printExpression(printer, expression);
  } else printExpression(printer, expression);
}

/** The space behind `=` or `?`, and what follows. */
export function printRightHandSide(printer: Printer, expression: Ref): void {
  const { tree, document } = printer;
  if (isOneInherit(printer, expression)) {
    openBehindBlank(printer);
    printAbsorbed(printer, expression, false);
    close(printer);
  } else if (isAbsorbableExpression(printer, expression)) {
    openBehindBlank(printer);
    printAbsorbed(printer, expression, true);
    close(printer);
  } else if (tree.kind(expression) === Node.Paren) {
    document.level++;
    document.spacing(Element.Hardspace);
    if (printer.enter(expression, BRACKET)) {
      printAbsorbedParentheses(printer, expression);
      printer.leave(BRACKET);
    }
    document.level--;
  } else if (isText(printer, expression)) {
    openBehindBlank(printer);
    printExpression(printer, expression);
    close(printer);
  } else if (isTerm(printer, expression) || tree.kind(expression) === Node.With) {
    document.level++;
    document.open(Element.Group);
    document.spacing(Element.Space);
    printExpression(printer, expression);
    document.close();
    document.level--;
  } else if (isApplication(printer, expression)) {
    document.level++;
    printApplication(printer, applicationParts(printer, expression), { before: Element.Space });
    document.level--;
  } else if (startsAbsorbable(printer, expression)) {
    document.spacing(Element.Hardspace);
    if (printer.enter(expression, LINK)) {
      printOperation(printer, expression, true);
      printer.leave(LINK);
    }
  } else if (endsAbsorbable(printer, expression)) {
    printEndingAbsorbable(printer, expression);
  } else {
    document.level++;
    document.spacing(Element.Space);
    document.open(Element.Group);
    printExpression(printer, expression);
    document.close();
    document.level--;
  }
}

/** Opens a nested group that starts on the line of what is before it. */
function openBehindBlank({ document }: Printer): void {
  document.level++;
  document.spacing(Element.Hardspace);
  document.open(Element.Group);
}

function close({ document }: Printer): void {
  document.close();
  document.level--;
}

/** Whether it is a set of a single `inherit`, which may stay on one line. */
function isOneInherit(printer: Printer, expression: Ref): boolean {
  const { tree, comments } = printer;
  const kind = tree.kind(expression);
  if ((kind !== Node.AttrSet && kind !== Node.LegacyLet) || tree.childCount(expression) !== 1) return false;
  const binding = tree.child(expression, 0);
  return (
    tree.kind(binding) === Node.Inherit &&
    !comments.hasBefore(tree.firstToken(binding)) &&
    !comments.hasBefore(printer.lastToken(expression))
  );
}

/** Strings and paths: on a line of their own they would gain nothing. */
function isText({ tree }: Printer, expression: Ref): boolean {
  switch (tree.kind(expression)) {
    case Node.String:
    case Node.IndentedString:
    case Node.InterpolatedPath:
    case Token.Uri:
    case Token.Path:
    case Token.HomePath:
      return true;
    default:
      return false;
  }
}

/** Whether it is a chain of `//`, `++` or `+` that starts with a set or a list. */
function startsAbsorbable(printer: Printer, expression: Ref): boolean {
  if (!isChain(printer, expression)) return false;
  const first = leftmostOperand(printer, expression);
  return (
    isTerm(printer, first) &&
    isAbsorbable(printer, first) &&
    !printer.comments.hasBefore(printer.tree.firstToken(first))
  );
}

/** Whether it is one `//`, `++` or `+` with a set or a list to its right. */
function endsAbsorbable(printer: Printer, expression: Ref): boolean {
  const { tree, comments } = printer;
  if (!isChain(printer, expression) || comments.any(~tree.child(expression, 1))) return false;
  const right = tree.child(expression, 2);
  if (!isTerm(printer, right) || !isAbsorbable(printer, right)) return false;
  const left = tree.child(expression, 0);
  return leftmostOperand(printer, expression) === left;
}

function printEndingAbsorbable(printer: Printer, expression: Ref): void {
  const { tree, document } = printer;
  if (!printer.enter(expression, LINK)) return;
  document.level++;
  document.open(Element.Group);
  document.spacing(Element.Space);
  printExpression(printer, tree.child(expression, 0));
  document.spacing(Element.Space);
  document.open(Element.TransparentGroup);
  printToken(printer, ~tree.child(expression, 1));
  document.spacing(Element.Hardspace);
  document.open(Element.PriorityGroup);
  printExpression(printer, tree.child(expression, 2), "wide");
  document.close();
  document.close();
  document.close();
  document.level--;
  printer.leave(LINK);
}

function isChain({ tree }: Printer, expression: Ref): boolean {
  if (tree.kind(expression) !== Node.Binary) return false;
  const operator = tree.kind(tree.child(expression, 1));
  return operator === Token.Update || operator === Token.Concat || operator === Token.Plus;
}
