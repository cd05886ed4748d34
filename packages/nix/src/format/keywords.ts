/** `let`, `with`, `assert` and `if`. */

import * as Node from "../syntax/node.ts";
import type { Ref } from "../syntax/tree.ts";
import { printApplication } from "./applications.ts";
import { printItems } from "./collections.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { BRACKET, type Printer, printText, printToken } from "./printer.ts";
import { applicationParts, isApplication } from "./shapes.ts";

export function printWith(printer: Printer, ref: Ref): void {
  const { document } = printer;
  document.open(Element.Group);
  printWithScope(printer, ref);
  document.close();
  document.spacing(Element.Space);
  printExpression(printer, printer.tree.child(ref, 1));
}

/** A `with` before a set or a list: both start on the line where it does, and end on another. */
export function printAbsorbedWith(printer: Printer, ref: Ref): void {
  const { document } = printer;
  document.open(Element.Group);
  document.spacing(Element.Break);
  printWithScope(printer, ref);
  document.spacing(Element.Hardspace);
  document.open(Element.PriorityGroup);
  printExpression(printer, printer.tree.child(ref, 1), "wide");
  document.close();
  document.close();
}

/** `with scope;` */
function printWithScope(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const scope = tree.child(ref, 0);
  printToken(printer, tree.firstToken(ref));
  document.spacing(Element.Hardspace);
  document.level++;
  document.open(Element.Group);
  printExpression(printer, scope);
  document.close();
  document.level--;
  printToken(printer, tree.endToken(scope));
}

/** `let … in`, never on one line. Comments at the `in` move to the body. */
export function printLet(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  const body = tree.child(ref, 0);
  const first = tree.firstToken(body);
  const keyword = first - 1;
  document.open(Element.Group);
  printToken(printer, tree.firstToken(ref));
  document.spacing(Element.Hardline);
  document.level++;
  if (printer.enter(ref, BRACKET)) {
    printItems(printer, tree.children(ref).slice(1), keyword, Element.Hardline);
    printer.leave(BRACKET);
  }
  document.level--;
  document.close();
  document.spacing(Element.Hardline);
  document.open(Element.Group);
  const comment = comments.takeBehind(keyword);
  if (comment !== undefined) comments.prepend(first, [{ kind: "line", text: comment }]);
  printText(printer, keyword);
  document.spacing(Element.Hardline);
  printExpression(printer, body);
  document.close();
}

/** `assert condition;` is laid out as if it were a call. */
export function printAssert(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const condition = tree.child(ref, 0);
  const keyword = ~tree.firstToken(ref);
  const parts = isApplication(printer, condition) ? applicationParts(printer, condition) : [condition];
  document.open(Element.Group);
  printApplication(printer, [keyword, ...parts]);
  printToken(printer, tree.endToken(condition));
  document.spacing(Element.Hardline);
  printExpression(printer, tree.child(ref, 1));
  document.close();
}

/** `if … then … else`, with all that follow in `else if`. */
export function printIf(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  comments.moveUp(tree.firstToken(ref));
  document.open(Element.Group);
  let space = Element.Space;
  let next = ref;
  for (; tree.kind(next) === Node.If; next = tree.child(next, 2)) {
    const condition = tree.child(next, 0);
    const consequence = tree.child(next, 1);
    document.open(Element.Group);
    printToken(printer, tree.firstToken(next));
    document.spacing(Element.Space);
    document.level++;
    printExpression(printer, condition);
    document.level--;
    document.spacing(Element.Space);
    printToken(printer, tree.endToken(condition));
    document.close();
    document.spacing(space);
    printBranch(printer, consequence);
    document.spacing(space);
    const otherwise = tree.endToken(consequence);
    comments.moveUp(otherwise);
    printToken(printer, otherwise);
    document.spacing(Element.Hardspace);
    space = Element.Hardline;
  }
  document.spacing(Element.Space);
  printBranch(printer, next);
  document.close();
}

function printBranch(printer: Printer, ref: Ref): void {
  const { document } = printer;
  document.level++;
  document.open(Element.Group);
  printExpression(printer, ref);
  document.close();
  document.level--;
}
