/** Attribute paths, and the two operators that have one to their right: `.` and `?`. */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref } from "../syntax/tree.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { BRACKET, LINK, type Printer, printBefore, printBehind, printToken } from "./printer.ts";
import { printInterpolation, printString } from "./strings.ts";

/** `subject.path or fallback` */
export function printSelect(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const subject = tree.child(ref, 0);
  const path = tree.child(ref, 1);
  const fallback = tree.child(ref, 2);
  printExpression(printer, subject);
  document.spacing(breakBeforeDot(printer, subject));
  printToken(printer, tree.firstToken(path) - 1);
  printNames(printer, path);
  if (fallback === NONE || !printer.enter(fallback, LINK)) return;
  document.spacing(Element.Softspace);
  document.level++;
  printToken(printer, tree.endToken(path));
  document.spacing(Element.Hardspace);
  printExpression(printer, fallback);
  document.level--;
  printer.leave(LINK);
}

/** `subject ? path` */
export function printHasAttr(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const subject = tree.child(ref, 0);
  printExpression(printer, subject);
  document.spacing(Element.Softspace);
  printToken(printer, tree.endToken(subject));
  document.spacing(Element.Hardspace);
  printNames(printer, tree.child(ref, 1));
}

/** `!operand`, `-operand` */
export function printUnary(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const operator = tree.firstToken(ref);
  printToken(printer, operator);
  // a minus beside a path would be a part of it: there nixfmt changes what is said
  if (tree.tokenKinds[operator] === Token.Minus && tree.tokenKinds[operator + 1] === Token.Path) {
    document.spacing(Element.Hardspace);
  }
  printExpression(printer, tree.child(ref, 1));
}

/** The names of an attribute path, with their dots. */
export function printNames(printer: Printer, path: Ref): void {
  const { tree } = printer;
  for (let index = 0, count = tree.childCount(path); index < count; index++) {
    const name = tree.child(path, index);
    if (index > 0) printToken(printer, tree.firstToken(name) - 1);
    printName(printer, name);
  }
}

export function printName(printer: Printer, name: Ref): void {
  const { tree } = printer;
  if (name < 0) printToken(printer, ~name);
  else if (tree.kind(name) === Node.String) printString(printer, name);
  else if (printer.enter(name, BRACKET)) {
    const first = tree.firstToken(name);
    printBefore(printer, first);
    printInterpolation(printer, name);
    printBehind(printer, first);
    printer.leave(BRACKET);
  }
}

function breakBeforeDot({ tree }: Printer, subject: Ref): Element.ElementKind {
  switch (tree.kind(subject)) {
    case Token.Integer:
    case Token.Float:
      // with the dot beside it the number would be another one
      return Element.Hardspace;
    case Token.Path:
    case Token.HomePath:
    case Node.InterpolatedPath:
      // and the dot would be a part of the path: there nixfmt changes what is said
      return Element.Hardspace;
    case Token.Identifier:
    case Token.OrKeyword:
    case Token.SearchPath:
      return Element.Nothing;
    case Node.Paren:
      return Element.Softbreak;
    default:
      return Element.Break;
  }
}
