/**
 * Calls. The function and as many arguments as fit are on the first line; if not all fit, the last argument may be
 * broken alone, or else one argument before it; if that is not enough, each argument gets a line of its own.
 *
 * A call with several arguments is laid out as the calls that it is made of, `f a b` as `(f a) b`: a group for each,
 * the outer around the inner. The inner ones are transparent, so that the outermost chooses which argument to break.
 */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref } from "../syntax/tree.ts";
import { printList } from "./collections.ts";
import type { Trivia, Trivium } from "./comments.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { printAbsorbedParentheses } from "./parentheses.ts";
import { BRACKET, type Printer, printText, printToken, printTrivia } from "./printer.ts";
import { isAbsorbable, isEmptyInside, isSimple, isSimpleApplication, isTerm, listElements } from "./shapes.ts";

/** Lists of more elements than this are broken even if all are simple. */
const LONGEST_SIMPLE_LIST = 6;

export interface ApplicationLayout {
  /** The spacing at the start of the group: a line break there makes room for the whole. */
  readonly before?: Element.ElementKind;
  /** Whether the function may be broken away from the bracket before it. */
  readonly indentFunction?: boolean;
  /** Whether the bracket behind may be broken away from the last argument. */
  readonly breakAtEnd?: boolean;
}

const NO_LAYOUT: ApplicationLayout = {};

/** A call, given as the function and its arguments. */
export function printApplication(printer: Printer, parts: readonly Ref[], layout = NO_LAYOUT): void {
  const { tree, document } = printer;
  const { before = Element.Nothing, breakAtEnd = false } = layout;
  const last = parts.length - 1;
  const argument = parts[last]!;
  // asked before comments are moved out of the way
  const simple = isSimpleApplication(printer, parts);
  const comments = takeComments(printer, parts[0]!);
  const indentFunction = layout.indentFunction === true && comments.length === 0;
  printTrivia(printer, comments);

  document.open(Element.Group);
  const start = document.mark();
  if (before !== Element.Nothing) document.spacing(before);
  document.open(Element.TransparentGroup);
  const lists = last > 1 && tree.kind(parts[last - 1]!) === Node.List && tree.kind(argument) === Node.List;
  printFunctionAndArguments(printer, parts, lists ? last - 2 : last - 1, indentFunction);
  document.close();
  if (lists) {
    printListArgument(printer, parts[last - 1]!);
    printListArgument(printer, argument);
    if (breakAtEnd) document.spacing(Element.Break);
  } else if (simple && document.flatten(start, Infinity)) {
    document.spacing(Element.Hardspace);
    printLastArgument(printer, argument);
  } else {
    document.spacing(Element.Space);
    printLastArgument(printer, argument);
    if (breakAtEnd) document.spacing(Element.Break);
  }
  document.close();
  if (breakAtEnd && comments.length > 0) document.spacing(Element.Hardline);
}

/** The comments at the function, which would break the whole call. The name of a language stays with its string. */
function takeComments({ tree, comments }: Printer, callee: Ref): Trivia {
  const first = tree.firstToken(callee);
  comments.moveUp(first);
  if (!comments.hasBefore(first)) return [];
  const isLanguage = (trivium: Trivium) => trivium.kind === "language";
  const all = comments.takeBefore(first);
  comments.setBefore(first, all.filter(isLanguage));
  return all.filter((trivium) => !isLanguage(trivium));
}

/** The parts of a call up to `last`, which is not the last argument. */
function printFunctionAndArguments(
  printer: Printer,
  parts: readonly Ref[],
  last: number,
  indentFunction: boolean,
): void {
  const { tree, document } = printer;
  // from the outermost call inwards: whether a step takes two arguments, which are lists
  const pairs: boolean[] = [];
  for (let index = last; index > 0;) {
    const pair = index > 1 && tree.kind(parts[index]!) === Node.List && tree.kind(parts[index - 1]!) === Node.List;
    pairs.push(pair);
    document.open(Element.TransparentGroup);
    if (pair) document.open(Element.TransparentGroup);
    index -= pair ? 2 : 1;
  }

  if (indentFunction) {
    document.level++;
    document.open(Element.Group);
    document.spacing(Element.Break);
    printExpression(printer, parts[0]!);
    document.close();
    document.level--;
  } else printExpression(printer, parts[0]!);

  let index = 1;
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    document.close();
    if (pair) {
      document.level++;
      document.open(Element.Group);
      printListArgument(printer, parts[index++]!, false);
      printListArgument(printer, parts[index++]!, false);
      document.close();
      document.level--;
      document.close();
    } else {
      const argument = parts[index++]!;
      document.spacing(Element.Space);
      document.level++;
      // a selection that is broken alone looks odd
      document.open(tree.kind(argument) === Node.Select ? Element.Group : Element.PriorityGroup);
      printArgument(printer, argument);
      document.close();
      document.level--;
    }
  }
}

/** One of two lists side by side, which are broken together. */
function printListArgument(printer: Printer, list: Ref, nested = true): void {
  const { document } = printer;
  document.spacing(Element.Space);
  if (nested) document.level++;
  document.open(Element.Group);
  printArgument(printer, list);
  document.close();
  if (nested) document.level--;
}

/** An argument that is not the last. A short list of simple things stays on its line if it can. */
function printArgument(printer: Printer, argument: Ref): void {
  if (isSimpleList(printer, argument)) printList(printer, argument, Element.Space);
  else printExpression(printer, argument);
}

function isSimpleList(printer: Printer, ref: Ref): boolean {
  const { tree, comments } = printer;
  if (tree.kind(ref) !== Node.List || tree.childCount(ref) > LONGEST_SIMPLE_LIST) return false;
  const elements = listElements(printer, ref);
  let items = elements.length;
  if (!isEmptyInside(printer, ref) && comments.hasBefore(printer.lastToken(ref))) items++;
  for (const element of elements) if (comments.hasBefore(tree.firstToken(element))) items++;
  return items <= LONGEST_SIMPLE_LIST && elements.every((element) => isSimpleElement(printer, element));
}

/** The comments before an element are items of the list and do not count against the element. */
function isSimpleElement(printer: Printer, element: Ref): boolean {
  const { comments, tree } = printer;
  const first = tree.firstToken(element);
  const before = comments.takeBefore(first);
  const simple = isSimple(printer, element);
  comments.setBefore(first, before);
  return simple;
}

function printLastArgument(printer: Printer, argument: Ref): void {
  const { tree, document } = printer;
  if (isTerm(printer, argument) && isAbsorbable(printer, argument)) {
    document.open(Element.PriorityGroup);
    document.level++;
    printExpression(printer, argument, "bare");
    document.level--;
    document.close();
  } else if (tree.kind(argument) !== Node.Paren) {
    document.open(Element.Group);
    document.level++;
    printExpression(printer, argument);
    document.level--;
    document.close();
  } else if (printer.enter(argument, BRACKET)) {
    if (!printFunctionArgument(printer, argument) && !printCallArgument(printer, argument)) {
      printAbsorbedParentheses(printer, argument);
    }
    printer.leave(BRACKET);
  }
}

/** `(name: body)` with a body that may be broken at the end of the line. */
function printFunctionArgument(printer: Printer, ref: Ref): boolean {
  const { tree, document, comments } = printer;
  const lambda = tree.child(ref, 0);
  if (tree.kind(lambda) !== Node.Lambda || tree.child(lambda, 1) !== NONE) return false;
  const body = tree.child(lambda, 2);
  if (!isTerm(printer, body) || !isAbsorbable(printer, body)) return false;
  const open = tree.firstToken(ref);
  const name = open + 1;
  const colon = name + 1;
  if (comments.any(open) || comments.any(name) || comments.any(colon)) return false;
  document.open(Element.PriorityGroup);
  document.level++;
  printText(printer, open);
  printText(printer, name);
  printText(printer, colon);
  document.spacing(Element.Hardspace);
  printExpression(printer, body, "wide");
  printToken(printer, printer.lastToken(ref));
  document.level--;
  document.close();
  return true;
}

/** `(name argument)` with an argument that may be broken at the end of the line. */
function printCallArgument(printer: Printer, ref: Ref): boolean {
  const { tree, document, comments } = printer;
  const call = tree.child(ref, 0);
  if (tree.kind(call) !== Node.Apply || tree.childCount(call) !== 2) return false;
  const kind = tree.kind(tree.child(call, 0));
  if (kind !== Token.Identifier && kind !== Token.OrKeyword) return false;
  const body = tree.child(call, 1);
  if (!isTerm(printer, body) || !isAbsorbable(printer, body)) return false;
  const open = tree.firstToken(ref);
  const name = open + 1;
  const close = printer.lastToken(ref);
  if (comments.any(open) || comments.any(name) || comments.any(close)) return false;
  document.open(Element.PriorityGroup);
  document.level++;
  printText(printer, open);
  printText(printer, name);
  document.spacing(Element.Hardspace);
  printExpression(printer, body, "wide");
  printText(printer, close);
  document.level--;
  document.close();
  return true;
}
