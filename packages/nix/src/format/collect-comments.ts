/** Reads the comments in the gaps between the tokens, and gives each to the token that it belongs to. */

import { latin1, type Tree } from "../syntax/tree.ts";
import * as Token from "../syntax/token.ts";
import { columnOf, textOfLineComment } from "./comment-text.ts";
import { Comments, type Trivia, type Trivium } from "./comments.ts";
import type { Document, Slice } from "./document.ts";
import * as Gap from "./gap.ts";

const EMPTY_LINE: Trivia = [{ kind: "empty-line" }];
const NOWHERE = -1;

/** A bracket or quote that is open, or a path with antiquotation. */
interface Open {
  readonly kind: Token.TokenKind;
  readonly token: number;
  /** Where the disabled part started that was open at this bracket. */
  readonly disabledFrom: number;
}

/** Reads all gaps between the tokens of a tree. Texts that comments get anew are added to the document. */
export function collectComments(tree: Tree, document: Document, followLines: boolean): Comments {
  const { source, tokenKinds, tokenStarts, tokenEnds, tokenCount } = tree;
  const comments = new Comments(tokenCount);
  const { lines, firstOf } = comments;
  const open: Open[] = [];
  let line = 0;
  let antiquotations = 0;
  /** The start of the line that switched formatting off, while it is. */
  let disabledFrom = NOWHERE;

  function readGap(token: number): void {
    const start = token < 0 ? 0 : tokenEnds[token]!;
    const end = tokenStarts[token + 1]!;
    let newlines = 0;
    for (let at = start; at < end; at++) {
      const byte = source[at]!;
      if (byte === 10 || (byte === 13 && source[at + 1] !== 10)) newlines++;
      else if (byte === 35 || byte === 47) {
        for (let rest = at; rest < end; rest++) if (source[rest] === 10) newlines++;
        line += newlines;
        readPieces(token, Gap.readGap(source, start, end));
        return;
      }
    }
    line += newlines;
    if (newlines > 1) comments.setBefore(token + 1, EMPTY_LINE);
  }

  function readPieces(token: number, pieces: readonly Gap.Piece[]): void {
    let trailing = 0;
    // what opens an antiquotation, and the start of the file, have no comments behind them
    if (token >= 0 && tokenKinds[token] !== Token.DollarBrace) {
      while (trailing < pieces.length && mayTrail(pieces[trailing]!)) trailing++;
      if (trailing === 1 && startsBlock(pieces, token + 1)) trailing = 0;
    }
    if (trailing > 0) {
      const comment = joined(pieces.slice(0, trailing));
      if (comment !== undefined) comments.setBehind(firstOf[token]!, comment);
    }
    const before: Trivium[] = [];
    for (let index = trailing; index < pieces.length; index++) addTrivium(before, pieces[index]!);
    if (before.length > 0) comments.setBefore(token + 1, before);
  }

  /**
   * Whether a comment at the end of a line visibly belongs to the comment or the code on the next line, by standing in
   * the same column.
   */
  function startsBlock(pieces: readonly Gap.Piece[], next: number): boolean {
    const [comment, newlines, below] = pieces;
    if (comment!.kind !== Gap.LineComment || newlines?.kind !== Gap.Newlines || newlines.count !== 1) return false;
    let place: number;
    if (below === undefined) place = tokenStarts[next]!;
    else if (below.kind === Gap.LineComment) place = below.text.start;
    else return false;
    return columnOf(source, comment!.text.start) === columnOf(source, place);
  }

  /** The comments behind a token as one, from its hash; none if they say nothing. */
  function joined(pieces: readonly Gap.Piece[]): Slice | undefined {
    const texts: Slice[] = [];
    for (const piece of pieces) {
      const text = trailingText(piece);
      if (text !== undefined && text.start < text.end) texts.push(text);
    }
    if (texts.length === 0) return undefined;
    const only = texts[0]!;
    // as it stands in the file, if it has the one blank that it should have
    if (texts.length === 1 && source[only.start - 2] === 35 && source[only.start - 1] === 32) {
      return { start: only.start - 2, end: only.end };
    }
    return document.addText(`# ${texts.map((text) => textOf(text)).join(" ")}`);
  }

  function trailingText(piece: Gap.Piece): Slice | undefined {
    switch (piece.kind) {
      case Gap.LineComment:
        return textOfLineComment(source, { start: piece.text.start + 1, end: piece.text.end });
      case Gap.BlockComment:
        return piece.lines[0] && textOfLineComment(source, piece.lines[0]);
      case Gap.Directive:
        return directiveName(piece);
      default:
        return undefined;
    }
  }

  function addTrivium(trivia: Trivium[], piece: Gap.Piece): void {
    switch (piece.kind) {
      case Gap.Newlines:
        if (piece.count > 1) trivia.push(...EMPTY_LINE);
        return;
      case Gap.LineComment:
        trivia.push({ kind: "line", text: piece.text });
        return;
      case Gap.LanguageAnnotation:
        trivia.push({ kind: "language", text: document.addText(`/* ${textOf(piece.text)} */`) });
        return;
      case Gap.BlockComment: {
        const { documentation, lines: text } = piece;
        if (text.length === 1 && !documentation) {
          const content = textOf(textOfLineComment(source, text[0]!));
          trivia.push({ kind: "line", text: document.addText(`# ${content}`) });
        } else if (text.length > 0) trivia.push({ kind: "block", documentation, lines: text });
        return;
      }
      case Gap.Directive:
        trivia.push(directive(piece));
    }
  }

  function directive(piece: Gap.Piece & { kind: typeof Gap.Directive }): Trivium {
    const { start, end } = piece.text;
    const lineStart = start === 0 ? 0 : source.lastIndexOf(10, start - 1) + 1;
    for (let at = lineStart; at < start; at++) {
      // it shares its line with something else and is a comment like any other
      if (source[at] !== 32 && source[at] !== 9) {
        return { kind: "line", text: document.addText(`# ${textOf(directiveName(piece))}`) };
      }
    }
    if (piece.disable) {
      if (disabledFrom === NOWHERE) disabledFrom = lineStart;
      return { kind: "disable" };
    }
    const original = disabledFrom === NOWHERE ? undefined : { start: disabledFrom, end };
    disabledFrom = NOWHERE;
    return { kind: "enable", original };
  }

  function textOf({ start, end }: Slice): string {
    return latin1(source, start, end);
  }

  readGap(-1);
  for (let token = 0; token < tokenCount - 1; token++) {
    const kind = tokenKinds[token]!;
    if (followLines || antiquotations > 0) lines[token] = line;
    firstOf[token] = token;
    switch (kind) {
      case Token.Quote:
        if (open.at(-1)?.kind === Token.Quote) firstOf[token] = open.pop()!.token;
        else open.push({ kind, token, disabledFrom });
        break;
      case Token.IndentedClose:
        firstOf[token] = open.pop()!.token;
        break;
      case Token.IndentedOpen:
        open.push({ kind, token, disabledFrom });
        line += newlinesIn(source, tokenStarts[token]!, tokenEnds[token]!);
        break;
      case Token.DollarBrace:
        antiquotations++;
        open.push({ kind, token, disabledFrom });
        break;
      case Token.OpenBrace:
        open.push({ kind, token, disabledFrom });
        break;
      case Token.CloseBrace: {
        const opened = open.pop()!;
        if (opened.kind === Token.OpenBrace) break;
        antiquotations--;
        const around = open.at(-1);
        if (around?.kind === Token.IndentedOpen && opened.disabledFrom !== disabledFrom) {
          comments.cutStrings.add(around.token);
        }
        if (around?.kind !== Token.Path) firstOf[token] = opened.token;
        else if (!goesOn(token)) firstOf[token] = open.pop()!.token;
        break;
      }
      case Token.Path:
      case Token.HomePath:
        if (goesOn(token)) open.push({ kind: Token.Path, token, disabledFrom });
        break;
      case Token.PathText:
        if (!goesOn(token)) firstOf[token] = open.pop()!.token;
        break;
      case Token.StringText:
      case Token.IndentedText:
      case Token.IndentedEscape:
        line += newlinesIn(source, tokenStarts[token]!, tokenEnds[token]!);
        break;
      default:
    }
    if (tokenEnds[token]! < tokenStarts[token + 1]!) readGap(token);
  }
  if (followLines) lines[tokenCount - 1] = line;
  if (disabledFrom !== NOWHERE) {
    const original = { start: disabledFrom, end: source.length };
    const end = tokenCount - 1;
    comments.setBefore(end, [...comments.before(end), { kind: "disabled-to-end", original }]);
  }
  return comments;

  /** Whether a path goes on behind one of its pieces. */
  function goesOn(token: number): boolean {
    const next = tokenKinds[token + 1];
    if (next === Token.PathText) return true;
    return next === Token.DollarBrace && tokenStarts[token + 1] === tokenEnds[token];
  }
}

/** Whether a comment may be one behind a token. */
function mayTrail(piece: Gap.Piece): boolean {
  switch (piece.kind) {
    case Gap.LineComment:
    case Gap.Directive:
      return true;
    case Gap.BlockComment:
      return !piece.documentation && piece.lines.length < 2;
    default:
      return false;
  }
}

function directiveName(piece: Gap.Piece & { kind: typeof Gap.Directive }): Slice {
  const start = piece.text.start + "/*".length;
  return { start, end: start + (piece.disable ? "nixfmt:disable" : "nixfmt:enable").length };
}

function newlinesIn(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === 10) count++;
  return count;
}
