/** Lists and sets, the items between their brackets, and the bindings of sets. */

import * as Node from "../syntax/node.ts";
import { syntaxMessages } from "../syntax/messages.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref } from "../syntax/tree.ts";
import { printRightHandSide } from "./absorb.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { printParentheses } from "./parentheses.ts";
import { type Printer, printCommentBehind, printToken, printTrivia, printTrivium } from "./printer.ts";
import { isEmptyInside, listElements, openingBracket } from "./shapes.ts";
import { printName, printNames } from "./selections.ts";

/** Names that may be inherited on one line. */
const MOST_INHERITED_ON_A_LINE = 3;
/** An attribute path up to so many plain names is short: nothing is gained by a line break behind it. */
const LONGEST_SHORT_PATH = 4;

/** `[ … ]`. `space` is between its elements. */
export function printList(printer: Printer, ref: Ref, space: Element.ElementKind = Element.Hardline): void {
  const { tree, document, comments } = printer;
  const open = tree.firstToken(ref);
  const close = printer.lastToken(ref);
  const elements = listElements(printer, ref);
  const nothing = isEmptyInside(printer, ref);
  let spaceInside = Element.Space;
  if (!printer.sameLine(open, close)) spaceInside = Element.Hardline;
  else if (nothing) {
    // a comment behind the bracket will be one inside
    const commented = space === Element.Hardline ? comments.behind(open) !== undefined : comments.any(open);
    spaceInside = commented ? Element.Hardline : Element.Hardspace;
  } else if (elements.length === 0) spaceInside = Element.Hardline;

  const comment = comments.takeBehind(open);
  printToken(printer, open);
  document.spacing(spaceInside);
  document.level++;
  if (comment !== undefined) printCommentBehind(document, comment);
  printItems(printer, elements, close, space);
  document.level--;
  document.spacing(spaceInside);
  printToken(printer, close);
}

/** `{ … }`. A `wide` one is never on one line. */
export function printSet(printer: Printer, ref: Ref, wide: boolean): void {
  const { tree, document, comments } = printer;
  const open = openingBracket(printer, ref);
  const close = printer.lastToken(ref);
  const nothing = isEmptyInside(printer, ref);
  let space = Element.Space;
  if (!printer.sameLine(open, close)) space = Element.Hardline;
  else if (nothing && !comments.any(open)) space = Element.Hardspace;
  else if (wide && !nothing) space = Element.Hardline;

  const first = tree.firstToken(ref);
  if (first !== open) {
    printToken(printer, first);
    document.spacing(Element.Hardspace);
  }
  const comment = comments.takeBehind(open);
  printToken(printer, open);
  document.spacing(space);
  document.level++;
  if (comment !== undefined) printCommentBehind(document, comment);
  printItems(printer, tree.children(ref), close, Element.Hardline);
  document.level--;
  document.spacing(space);
  printToken(printer, close);
}

/**
 * Elements or bindings with `space` between them. The comments before each are items of their own, and so are those
 * before the token that comes after all items.
 */
export function printItems(printer: Printer, items: readonly Ref[], next: number, space: Element.ElementKind): void {
  const { tree, document, comments } = printer;
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!;
    if (index > 0) document.spacing(space);
    const trivia = comments.takeBefore(tree.firstToken(item));
    const last = trivia.at(-1);
    if (last?.kind === "language") {
      printTrivia(printer, trivia.slice(0, -1));
      printTrivium(printer, last);
    } else if (last !== undefined) {
      printTrivia(printer, trivia);
      document.spacing(space);
    }
    document.open(Element.Group);
    switch (tree.kind(item)) {
      case Node.Binding:
        printBinding(printer, item);
        break;
      case Node.Inherit:
        printInherit(printer, item);
        break;
      default:
        printExpression(printer, item, "bare");
    }
    document.close();
  }
  const trivia = comments.takeBefore(next);
  if (trivia.length === 0) return;
  if (items.length > 0) document.spacing(space);
  printTrivia(printer, trivia);
}

/** `path = value;`, in the group of an item. */
function printBinding(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const path = tree.child(ref, 0);
  const value = tree.child(ref, 1);
  printNames(printer, path);
  document.level++;
  document.spacing(Element.Hardspace);
  printToken(printer, tree.endToken(path));
  if (isShort(printer, path)) printRightHandSide(printer, value);
  else {
    document.spacing(Element.Break);
    document.open(Element.PriorityGroup);
    printRightHandSide(printer, value);
    document.close();
  }
  document.level--;
  printToken(printer, tree.endToken(value));
}

function isShort({ tree }: Printer, path: Ref): boolean {
  const count = tree.childCount(path);
  if (count > LONGEST_SHORT_PATH) return false;
  for (let index = 0; index < count; index++) if (!tree.isToken(tree.child(path, index))) return false;
  return true;
}

/** `inherit names;`, `inherit (from) names;`, in the group of an item. */
function printInherit(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const from = tree.child(ref, 0);
  const names = tree.children(ref).slice(from === NONE ? 0 : 1);
  const keyword = tree.firstToken(ref);
  const semicolon = printer.lastToken(ref);
  const oneLine = printer.sameLine(keyword, semicolon) && names.length <= MOST_INHERITED_ON_A_LINE;
  const space = oneLine ? Element.Space : Element.Hardline;
  printToken(printer, keyword);
  if (from === NONE) document.spacing(space);
  document.level++;
  if (from !== NONE) {
    document.open(Element.Group);
    document.spacing(Element.Space);
    printParentheses(printer, keyword + 1, from, tree.endToken(from));
    document.close();
    document.spacing(space);
  }
  for (let index = 0; index < names.length; index++) {
    if (index > 0) document.spacing(space);
    const name = names[index]!;
    if (isDynamic(printer, name)) printer.refuse(syntaxMessages["dynamic-inherit"](), name);
    printName(printer, name);
  }
  document.spacing(oneLine ? Element.Break : Element.Hardline);
  printToken(printer, semicolon);
  document.level--;
}

/** Whether a name is only known when it is evaluated. */
function isDynamic({ tree }: Printer, name: Ref): boolean {
  if (tree.kind(name) !== Node.Interpolation) return false;
  switch (tree.kind(tree.child(name, 0))) {
    case Node.String:
    case Node.IndentedString:
    case Token.Uri:
      return false;
    default:
      return true;
  }
}
