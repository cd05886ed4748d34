/** Functions and their parameters. */

import * as Node from "../syntax/node.ts";
import * as Token from "../syntax/token.ts";
import { NONE, type Ref } from "../syntax/tree.ts";
import { printAbsorbed, printRightHandSide } from "./absorb.ts";
import type { Comments } from "./comments.ts";
import type { Slice } from "./document.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { BRACKET, type Printer, printCommentBehind, printToken, printTrivia } from "./printer.ts";
import { bodyFollowsColon, isAbsorbable, isAbsorbableExpression, isTerm, mayBeFlat } from "./shapes.ts";

/** Functions of so many names may have their body on the line of the names even if it is nothing to be absorbed. */
const MOST_NAMES_BEFORE_BODY = 2;

export function printLambda(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const formals = tree.child(ref, 1);
  const body = tree.child(ref, 2);
  if (formals === NONE) {
    printNamedLambda(printer, ref);
    return;
  }
  const colon = tree.firstToken(body) - 1;
  const plain = tree.child(ref, 0) === NONE;
  const sameLine = bodyFollowsColon(printer, body);
  const absorbed = plain && sameLine && mayBeFlat(printer, formals) && isAbsorbableExpression(printer, body);
  printParameters(printer, ref);
  printToken(printer, colon);
  if (absorbed) {
    document.spacing(Element.Hardspace);
    document.open(Element.PriorityGroup);
    printExpression(printer, body);
    document.close();
  } else if (plain && !sameLine) {
    document.spacing(Element.Hardline);
    printExpression(printer, body);
  } else {
    document.spacing(Element.Space);
    if (isTerm(printer, body) && isAbsorbable(printer, body)) {
      document.open(Element.Group);
      printExpression(printer, body, "wide");
      document.close();
    } else printExpression(printer, body);
  }
}

/** `a: b: body`: all names are one unit. */
function printNamedLambda(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  document.open(Element.Group);
  document.spacing(Element.Break);
  let names = 1;
  let body = printName(printer, ref);
  for (; tree.kind(body) === Node.Lambda && tree.child(body, 1) === NONE; names++) {
    document.spacing(Element.Hardspace);
    body = printName(printer, body);
  }
  if (isAbsorbableExpression(printer, body)) {
    document.spacing(Element.Hardspace);
    document.open(Element.PriorityGroup);
    printAbsorbed(printer, body, false);
    document.close();
  } else {
    document.spacing(names <= MOST_NAMES_BEFORE_BODY ? Element.Space : Element.Hardline);
    printExpression(printer, body);
  }
  document.close();
}

/** Prints `name:` and returns the body. */
function printName(printer: Printer, lambda: Ref): Ref {
  const name = printer.tree.firstToken(lambda);
  printToken(printer, name);
  printToken(printer, name + 1);
  return printer.tree.child(lambda, 2);
}

/** `{ … }`, `name@{ … }` or `{ … }@name`. */
function printParameters(printer: Printer, lambda: Ref): void {
  const { tree } = printer;
  const name = tree.child(lambda, 0);
  const formals = tree.child(lambda, 1);
  const nameFirst = name !== NONE && ~name < tree.firstToken(formals);
  if (nameFirst) {
    printToken(printer, ~name);
    printToken(printer, ~name + 1);
  }
  printFormals(printer, formals);
  if (name !== NONE && !nameFirst) {
    printToken(printer, ~name - 1);
    printToken(printer, ~name);
  }
}

function printFormals(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  const open = tree.firstToken(ref);
  const close = printer.lastToken(ref);
  let space = mayBeFlat(printer, ref) ? Element.Space : Element.Hardline;
  document.open(Element.Group);
  comments.moveUp(open);
  printToken(printer, open);
  if (tree.childCount(ref) === 0) {
    space = printer.sameLine(open, close) ? Element.Hardspace : Element.Hardline;
    document.spacing(space);
    printToken(printer, close);
    document.close();
    return;
  }
  const formals = collectFormals(printer, ref);
  document.spacing(space);
  document.level++;
  for (let index = 0; index < formals.length; index++) {
    if (index > 0) document.spacing(space);
    printFormal(printer, formals[index]!, index === formals.length - 1);
  }
  document.level--;
  document.spacing(space);
  document.level++;
  printTrivia(printer, comments.takeBefore(close));
  document.level--;
  printToken(printer, close);
  document.close();
}

/** The comma behind the last parameter if the file has none. */
const MISSING_COMMA = -1;
const NO_COMMA = -2;

interface Formal {
  /** The name, or the ellipsis. */
  readonly name: number;
  readonly fallback: Ref;
  /** Its token, or one of the two above. */
  readonly comma: number;
  /** The comment behind a comma that is no token. */
  comment?: Slice;
}

/**
 * The parameters, with a comma behind each but the ellipsis. Comments that were written for commas at the starts of
 * lines are moved: those before a comma to the name behind it, the one behind a parameter behind its comma.
 */
function collectFormals({ tree, comments }: Printer, ref: Ref): Formal[] {
  const formals: Formal[] = [];
  for (const child of tree.children(ref)) {
    if (child < 0) {
      formals.push({ name: ~child, fallback: NONE, comma: NO_COMMA });
      continue;
    }
    const comma = tree.endToken(child);
    const written = tree.tokenKinds[comma] === Token.Comma;
    formals.push({
      name: tree.firstToken(child),
      fallback: tree.child(child, 1),
      comma: written ? comma : MISSING_COMMA,
    });
  }
  for (let index = 0; index + 1 < formals.length; index++) {
    const { comma } = formals[index]!;
    if (comments.behind(comma) !== undefined || switchesFormatting(comments, comma)) continue;
    comments.prepend(formals[index + 1]!.name, comments.takeBefore(comma));
  }
  for (const formal of formals) {
    if (formal.comma === NO_COMMA || (formal.comma !== MISSING_COMMA && comments.any(formal.comma))) continue;
    const last = formal.fallback === NONE ? formal.name : comments.firstOf[tree.endToken(formal.fallback) - 1]!;
    const comment = comments.takeBehind(last);
    if (comment === undefined) continue;
    if (formal.comma === MISSING_COMMA) formal.comment = comment;
    else comments.setBehind(formal.comma, comment);
  }
  return formals;
}

function switchesFormatting(comments: Comments, token: number): boolean {
  return comments.before(token).some(({ kind }) => kind === "disable" || kind === "enable");
}

function printFormal(printer: Printer, formal: Formal, last: boolean): void {
  const { document, comments } = printer;
  const { name, fallback, comma, comment } = formal;
  /** Whether there is a comma only if the parameters are on lines of their own. */
  const optional = last && (comma === MISSING_COMMA ? comment === undefined : comma >= 0 && !comments.any(comma));
  if (fallback === NONE) {
    printToken(printer, name);
    if (!optional) printComma(printer, formal);
  } else {
    document.open(Element.Group);
    printToken(printer, name);
    document.spacing(Element.Hardspace);
    document.level++;
    printToken(printer, name + 1);
    if (printer.enter(fallback, BRACKET)) {
      printRightHandSide(printer, fallback);
      printer.leave(BRACKET);
    }
    document.level--;
    if (!optional) printComma(printer, formal);
    document.close();
  }
  if (optional) document.trailingComma();
}

function printComma(printer: Printer, { comma, comment }: Formal): void {
  if (comma >= 0) printToken(printer, comma);
  else if (comment !== undefined) {
    printer.document.comma();
    printCommentBehind(printer.document, comment);
  }
}
