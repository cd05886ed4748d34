/** Parentheses, and what has the layout of parentheses. */

import * as Node from "../syntax/node.ts";
import type { Ref } from "../syntax/tree.ts";
import { printAbsorbed } from "./absorb.ts";
import { printApplication } from "./applications.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { type Printer, printBehind, printText, printToken, printTrivia } from "./printer.ts";
import { applicationParts, isAbsorbable, isAbsorbableExpression, isApplication } from "./shapes.ts";

export function printParentheses(printer: Printer, open: number, expression: Ref, close: number): void {
  const { document, comments } = printer;
  document.open(Element.Group);
  comments.moveUp(open);
  printToken(printer, open);
  document.level++;
  printInside(printer, expression);
  printTrivia(printer, comments.takeBefore(close));
  document.level--;
  printToken(printer, close);
  document.close();
}

/** What is in parentheses, or in an antiquotation alone on its line, with the breaks at its ends. */
export function printInside(printer: Printer, expression: Ref): void {
  const { tree, document } = printer;
  if (isAbsorbableExpression(printer, expression)) {
    document.open(Element.Group);
    printAbsorbed(printer, expression, false);
    document.close();
    return;
  }
  if (isApplication(printer, expression)) {
    printApplication(printer, applicationParts(printer, expression), { indentFunction: true, breakAtEnd: true });
    return;
  }
  const selection = tree.kind(expression) === Node.Select;
  if (!selection || isAbsorbable(printer, tree.child(expression, 0))) document.spacing(Element.Break);
  document.open(Element.Group);
  printExpression(printer, expression);
  document.close();
  document.spacing(Element.Break);
}

/** Parentheses around the last thing on a line: as a whole they stay there, and what is in them may be broken. */
export function printAbsorbedParentheses(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  const open = tree.firstToken(ref);
  const expression = tree.child(ref, 0);
  const close = printer.lastToken(ref);
  document.open(Element.PriorityGroup);
  document.level++;
  const comment = comments.takeBehind(open);
  if (comment !== undefined) comments.prepend(tree.firstToken(expression), [{ kind: "line", text: comment }]);
  printToken(printer, open);
  document.spacing(Element.Break);
  document.open(Element.Group);
  document.level++;
  printExpression(printer, expression);
  printTrivia(printer, comments.takeBefore(close));
  document.level--;
  document.close();
  document.spacing(Element.Break);
  printText(printer, close);
  printBehind(printer, close);
  document.level--;
  document.close();
}
