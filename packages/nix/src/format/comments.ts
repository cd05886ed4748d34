/**
 * Which comments belong to which token. Behind a token, on its line, is its trailing comment; all other comments and
 * empty lines belong to the token that follows. That is where the printers find them, and where they move them when a
 * comment would otherwise get into the middle of something.
 *
 * Strings, antiquoted paths and antiquoted names count as one token here, known by the index of their first.
 */

import { latin1, type Tree } from "../syntax/tree.ts";
import * as Token from "../syntax/token.ts";
import { columnOf, textOfLineComment } from "./comment-text.ts";
import type { Document, Slice } from "./document.ts";
import * as Gap from "./gap.ts";

/** Something before a token that is laid out on lines of its own. */
export type Trivium =
  | { readonly kind: "empty-line" }
  /** `# text` */
  | { readonly kind: "line"; readonly text: Slice }
  | { readonly kind: "block"; readonly documentation: boolean; readonly lines: readonly Slice[] }
  /** The name of a language in front of a string; it stays on the string's line. */
  | { readonly kind: "language"; readonly text: Slice }
  /** Here formatting is switched off. */
  | { readonly kind: "disable" }
  /** Here it is switched on again; `original` is the text since it was switched off, if it was. */
  | { readonly kind: "enable"; readonly original: Slice | undefined }
  /** The end of a file in which it stays off. */
  | { readonly kind: "disabled-to-end"; readonly original: Slice };

export type Trivia = readonly Trivium[];

const NONE: Trivia = [];
const EMPTY_LINE: Trivia = [{ kind: "empty-line" }];

export class Comments {
  /**
   * The line of each token, from zero. All zero if the layout is not to follow the lines of the file, except in
   * antiquotations, which follow them always.
   */
  readonly lines: Int32Array;
  /** For each token the first of the string, path or antiquoted name that it ends; itself if it ends none. */
  readonly firstOf: Int32Array;
  readonly #before = new Map<number, Trivia>();
  readonly #behind = new Map<number, Slice>();
  /** Per token: 1 if there is something before it, 2 if there is a comment behind it. */
  readonly #has: Uint8Array;
  /** Indented strings with an antiquotation in which formatting is switched off or on. */
  readonly cutStrings = new Set<number>();

  constructor(tokenCount: number) {
    this.lines = linesBuffer(tokenCount);
    this.#has = hasBuffer(tokenCount);
    this.firstOf = firstOfBuffer(tokenCount);
  }

  /** Whether there is any comment or empty line at a token. */
  any(token: number): boolean {
    return this.#has[token] !== 0;
  }

  hasBefore(token: number): boolean {
    return (this.#has[token]! & 1) !== 0;
  }

  before(token: number): Trivia {
    return (this.#has[token]! & 1) === 0 ? NONE : this.#before.get(token)!;
  }

  setBefore(token: number, trivia: Trivia): void {
    if (trivia.length === 0) this.#has[token]! &= ~1;
    else {
      this.#has[token]! |= 1;
      this.#before.set(token, trivia);
    }
  }

  prepend(token: number, trivia: Trivia): void {
    if (trivia.length > 0) this.setBefore(token, [...trivia, ...this.before(token)]);
  }

  takeBefore(token: number): Trivia {
    const trivia = this.before(token);
    this.#has[token]! &= ~1;
    return trivia;
  }

  /** The comment behind a token, from its hash. */
  behind(token: number): Slice | undefined {
    return (this.#has[token]! & 2) === 0 ? undefined : this.#behind.get(token);
  }

  setBehind(token: number, comment: Slice): void {
    this.#has[token]! |= 2;
    this.#behind.set(token, comment);
  }

  takeBehind(token: number): Slice | undefined {
    const comment = this.behind(token);
    this.#has[token]! &= ~2;
    return comment;
  }

  /** Puts the comment behind a token before it. */
  moveUp(token: number): void {
    const comment = this.takeBehind(token);
    if (comment !== undefined) this.setBefore(token, [...this.before(token), { kind: "line", text: comment }]);
  }
}

/** A bracket or quote that is open, or a path with antiquotation. */
interface Open {
  readonly kind: Token.TokenKind;
  readonly token: number;
  /** Where the disabled part started that was open at this bracket. */
  readonly disabledFrom: number;
}

const NOWHERE = -1;

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

// kept from file to file: one file is formatted at a time
let linesKept = new Int32Array(1 << 13);
let hasKept = new Uint8Array(1 << 13);
let firstOfKept = new Int32Array(1 << 13);

function linesBuffer(count: number): Int32Array {
  if (linesKept.length < count) linesKept = new Int32Array(count * 2);
  else linesKept.fill(0, 0, count);
  return linesKept;
}

function hasBuffer(count: number): Uint8Array {
  if (hasKept.length < count) hasKept = new Uint8Array(count * 2);
  else hasKept.fill(0, 0, count);
  return hasKept;
}

function firstOfBuffer(count: number): Int32Array {
  if (firstOfKept.length < count) firstOfKept = new Int32Array(count * 2);
  return firstOfKept;
}
