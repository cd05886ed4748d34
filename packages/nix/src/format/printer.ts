/** What all printers share, and how a token is printed with its comments. */

import type { Diagnostic, Message } from "../message.ts";
import type { Ref, Tree } from "../syntax/tree.ts";
import type { Comments, Trivia, Trivium } from "./comments.ts";
import type { Document, Slice } from "./document.ts";
import * as Element from "./element.ts";
import { formatMessages } from "./messages.ts";

/** How many levels of nesting a bracket counts for, and a link of a chain, in proportion to the stack they take. */
export const BRACKET = 5;
export const LINK = 1;

export class Printer {
  readonly tree: Tree;
  readonly comments: Comments;
  readonly document: Document;
  /** Why the file cannot be formatted, if it cannot. */
  refusal: Diagnostic | undefined;

  readonly #maxDepth: number;
  #depth = 0;

  constructor(tree: Tree, comments: Comments, document: Document, maxDepth: number) {
    this.tree = tree;
    this.comments = comments;
    this.document = document;
    this.#maxDepth = maxDepth;
  }

  /** Called on the way into something that may hold another of its kind; false if that is too deep. */
  enter(ref: Ref, levels: number): boolean {
    if (this.#depth + levels <= this.#maxDepth) {
      this.#depth += levels;
      return true;
    }
    this.refuse(formatMessages["format-nesting-too-deep"](this.#maxDepth), ref);
    return false;
  }

  leave(levels: number): void {
    this.#depth -= levels;
  }

  refuse(message: Message, ref: Ref): void {
    this.refusal ??= { ...message, range: this.tree.range(ref) };
  }

  sameLine(token: number, other: number): boolean {
    return this.comments.lines[token] === this.comments.lines[other];
  }

  /** The last token of a node. */
  lastToken(ref: Ref): number {
    return this.tree.endToken(ref) - 1;
  }
}

/** A token with what belongs to it: comments before it, the comment behind it. */
export function printToken(printer: Printer, token: number): void {
  if (!printer.comments.any(token)) printText(printer, token);
  else {
    printBefore(printer, token);
    printText(printer, token);
    printBehind(printer, token);
  }
}

/** A token, once more without its comments. */
export function printText({ tree, document }: Printer, token: number): void {
  document.text(tree.tokenStarts[token]!, tree.tokenEnds[token]!);
}

export function printBefore(printer: Printer, token: number): void {
  if (printer.comments.hasBefore(token)) printTrivia(printer, printer.comments.before(token));
}

export function printBehind({ comments, document }: Printer, token: number): void {
  const comment = comments.behind(token);
  if (comment !== undefined) printCommentBehind(document, comment);
}

export function printCommentBehind(document: Document, comment: Slice): void {
  document.spacing(Element.Hardspace);
  document.textOf(Element.TrailingComment, comment.start, comment.end);
  document.spacing(Element.Hardline);
}

export function printTrivia(printer: Printer, trivia: Trivia): void {
  if (trivia.length === 0) return;
  // the name of a language alone stays on the line
  if (trivia.length > 1 || trivia[0]!.kind !== "language") printer.document.spacing(Element.Hardline);
  for (const trivium of trivia) printTrivium(printer, trivium);
}

export function printTrivium(printer: Printer, trivium: Trivium): void {
  const { document } = printer;
  switch (trivium.kind) {
    case "empty-line":
      document.spacing(Element.Emptyline);
      return;
    case "line":
      printCommentLine(document, trivium.text);
      return;
    case "language":
      document.textOf(Element.Comment, trivium.text.start, trivium.text.end);
      document.spacing(Element.Hardspace);
      return;
    case "block":
      document.commentOpen(trivium.documentation);
      document.spacing(Element.Hardline);
      document.offset += 2;
      for (const line of trivium.lines) {
        if (line.start === line.end) document.spacing(Element.Emptyline);
        else printCommentLine(document, line);
      }
      document.offset -= 2;
      document.commentClose();
      document.spacing(Element.Hardline);
      return;
    case "disable":
      document.textOf(Element.DisabledStart, 0, 0);
      return;
    case "enable":
      if (trivium.original === undefined) printCommentLine(document, document.addText("/*nixfmt:enable*/"));
      else {
        document.textOf(Element.Verbatim, trivium.original.start, trivium.original.end);
        document.spacing(Element.Hardline);
      }
      return;
    case "disabled-to-end":
      document.textOf(Element.VerbatimToEnd, trivium.original.start, trivium.original.end);
  }
}

function printCommentLine(document: Document, text: Slice): void {
  document.textOf(Element.Comment, text.start, text.end);
  document.spacing(Element.Hardline);
}
