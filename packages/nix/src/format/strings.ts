/**
 * Strings, and paths with antiquotation. Their text is kept as it is written. Indented strings are moved to the
 * indentation of the code, and one that has a single line and needs no escapes becomes an ordinary string. What is in
 * an antiquotation is code, and formatted, but never broken if it is short.
 */

import type { Ref } from "../syntax/tree.ts";
import * as Element from "./element.ts";
import { printExpression } from "./expressions.ts";
import { printInside } from "./parentheses.ts";
import { type Printer, printBefore, printBehind, printText, printTrivia } from "./printer.ts";
import { isAbsorbable, isSimple, isTerm } from "./shapes.ts";
import {
  hasCode,
  isIndentation,
  type Line,
  mayBeOrdinary,
  type Piece,
  splitLines,
  stripLines,
  withOrdinaryEscapes,
} from "./string-lines.ts";
import { skipBlanks } from "./text.ts";

/** An antiquotation up to this width is never broken. */
const WIDEST_UNBROKEN = 30;

/** `"…"` */
export function printString(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const first = tree.firstToken(ref);
  printBefore(printer, first);
  document.open(Element.Group);
  if (hasCode(printer, ref)) {
    const lines = splitLines(printer, ref, tree.start(ref) + 1, tree.end(ref) - 1);
    document.quote();
    for (let index = 0; index < lines.length; index++) {
      if (index > 0) document.newlineCharacter();
      printLine(printer, lines[index]!.pieces);
    }
    document.quote();
  } else document.text(tree.start(ref), tree.end(ref));
  document.close();
  printBehind(printer, first);
}

/** An old URI without quotes gets them. */
export function printUri(printer: Printer, token: number): void {
  const { document } = printer;
  printBefore(printer, token);
  document.open(Element.Group);
  document.quote();
  printText(printer, token);
  document.quote();
  document.close();
  printBehind(printer, token);
}

/** `''…''` */
export function printIndentedString(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  const first = tree.firstToken(ref);
  const start = tree.start(ref);
  const end = tree.end(ref);
  /** Whether formatting is switched off or on inside. Then the lines stay in their columns. */
  const cut = comments.cutStrings.has(first);
  const { lines, indentation } = stripLines(document, splitLines(printer, ref, start + 2, end - 2));
  const ordinary = !cut && lines.length === 1 && mayBeOrdinary(document, lines[0]!);

  printBefore(printer, first);
  document.open(Element.Group);
  if (ordinary) document.quote();
  else document.text(start, start + 2);
  if (lines.length > 1) document.spacing(Element.Break);
  if (!ordinary) document.level++;
  for (let index = 0; index < lines.length; index++) {
    if (index > 0) document.newline();
    const line = lines[index]!;
    if (cut) printLineInPlace(printer, line, indentation);
    else if (ordinary)
      printLine(
        printer,
        line.pieces.map((piece) => withOrdinaryEscapes(document, piece)),
      );
    else printLine(printer, line.pieces);
  }
  if (!ordinary) document.level--;
  if (ordinary) document.quote();
  else document.text(end - 2, end);
  document.close();
  printBehind(printer, first);
}

/** `./a/${b}` */
export function printInterpolatedPath(printer: Printer, ref: Ref): void {
  const { tree } = printer;
  const first = tree.firstToken(ref);
  printBefore(printer, first);
  printPieces(printer, splitLines(printer, ref, tree.start(ref), tree.end(ref))[0]!.pieces);
  printBehind(printer, first);
}

/** `${…}` beside other things on its line. */
export function printInterpolation(printer: Printer, ref: Ref): void {
  const { tree, document, comments } = printer;
  const expression = tree.child(ref, 0);
  const open = tree.firstToken(ref);
  const close = printer.lastToken(ref);
  const commented = comments.hasBefore(close);
  if (!commented && isTerm(printer, expression) && isAbsorbable(printer, expression)) {
    document.open(Element.Group);
    printText(printer, open);
    printExpression(printer, expression, "bare");
    printText(printer, close);
    document.close();
  } else if (!commented && isSimple(printer, expression)) {
    printText(printer, open);
    const start = document.mark();
    printExpression(printer, expression);
    document.flatten(start, Infinity);
    printText(printer, close);
  } else {
    document.open(Element.Group);
    printText(printer, open);
    const start = document.mark();
    document.spacing(Element.Nothing);
    document.level++;
    printWhole(printer, expression, close);
    document.level--;
    if (document.flatten(start, WIDEST_UNBROKEN)) document.renest(start, -1);
    else {
      document.replace(start, Element.Break);
      document.spacing(Element.Break);
    }
    printText(printer, close);
    document.close();
  }
}

/** An expression and the comments behind it, which are those before the next token. */
export function printWhole(printer: Printer, expression: Ref, next: number): void {
  printer.document.open(Element.Group);
  printExpression(printer, expression);
  printTrivia(printer, printer.comments.before(next));
  printer.document.close();
}

function printLine(printer: Printer, pieces: readonly Piece[]): void {
  const { document, comments } = printer;
  const [first, second] = pieces;
  if (first?.kind === "code" && second === undefined) {
    if (!comments.hasBefore(printer.lastToken(first.ref))) printLoneInterpolation(printer, first.ref);
    else printCommentedInterpolation(printer, first.ref);
  } else if (
    pieces.length === 2 &&
    first?.kind === "text" &&
    second?.kind === "code" &&
    isIndentation(document, first) &&
    !comments.hasBefore(printer.lastToken(second.ref))
  ) {
    const indentation = first.end - first.start;
    document.text(first.start, first.end);
    document.offset += indentation;
    printLoneInterpolation(printer, second.ref);
    document.offset -= indentation;
  } else printPieces(printer, pieces);
}

/** The pieces of a line. What is broken in an antiquotation is indented like the line. */
function printPieces(printer: Printer, pieces: readonly Piece[]): void {
  const { document } = printer;
  let indentation = 0;
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (piece.kind === "code") printInterpolation(printer, piece.ref);
    else {
      document.text(piece.start, piece.end);
      if (index === 0) {
        indentation = document.width(piece.start, skipBlanks(document.bytes, piece.start, piece.end));
        document.offset += indentation;
      }
    }
  }
  document.offset -= indentation;
}

/** `${…}` alone on its line: broken like parentheses. */
function printLoneInterpolation(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  document.open(Element.Group);
  printText(printer, tree.firstToken(ref));
  document.level++;
  printInside(printer, tree.child(ref, 0));
  document.level--;
  printText(printer, printer.lastToken(ref));
  document.close();
}

function printCommentedInterpolation(printer: Printer, ref: Ref): void {
  const { tree, document } = printer;
  const close = printer.lastToken(ref);
  document.open(Element.Group);
  printText(printer, tree.firstToken(ref));
  document.spacing(Element.Break);
  document.level++;
  printWhole(printer, tree.child(ref, 0), close);
  document.level--;
  document.spacing(Element.Break);
  printText(printer, close);
  document.close();
}

/** A line at the columns that it has in the file; code in it is formatted all the same. */
function printLineInPlace(printer: Printer, line: Line, indentation: number): void {
  const { document } = printer;
  const [first, ...rest] = line.pieces;
  if (first === undefined) return;
  if (first.kind === "code") {
    document.textOf(Element.RawText, line.start, line.start + indentation);
    printLine(printer, line.pieces);
    return;
  }
  const text = skipBlanks(document.bytes, first.start, first.end);
  const columns = document.width(first.start, text);
  document.textOf(Element.RawText, line.start, text);
  document.offset += columns;
  printLine(printer, [{ kind: "text", start: text, end: first.end }, ...rest]);
  document.offset -= columns;
}
