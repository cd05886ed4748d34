/**
 * Bytes to tokens. Nix's lexer is a generated one with a stack of states, and so is this one, written by hand: the
 * longest match wins, the earlier rule on a tie, and strings and paths have states of their own. The states are left
 * and entered by the lexer alone, so a whole file is turned into tokens before the parser looks at the first.
 */

import { enlargedBytes } from "./enlarged.ts";
import type { Message } from "../message.ts";
import { BLANK, classes, DIGIT, LETTER, NAME, NAME_START, PATH, URI_SCHEME } from "./bytes.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { checkFloat, checkInteger, containsNull } from "./literals.ts";
import { keywordOrName } from "./keywords.ts";
import { syntaxMessages } from "./messages.ts";
import * as scan from "./scan.ts";
import { growTokens, scratch, takeSource } from "./scratch.ts";
import * as Token from "./token.ts";

/** The columns of the tokens of one file, in the scratch buffers: good until the next file is read. */
export interface Tokens {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

export interface LexerOptions {
  /** Whether `<|` and `|>` are allowed. */
  readonly pipeOperators: boolean;
}

export function tokenize(source: Uint8Array, options: LexerOptions, diagnostics: Diagnostics): Tokens {
  return new Lexer(source, options, diagnostics).run();
}

// the lexer's states
const CODE = 0;
const STRING = 1;
const INDENTED = 2;
/** Inside a path, behind something that may end it. */
const IN_PATH = 3;
/** Inside a path, behind a slash. */
const IN_PATH_AFTER_SLASH = 4;

/** What the functions below return where they have read something that is no token. */
const NOTHING = 255;

/** Tokens of one byte that start no longer one. */
const singles = new Uint8Array(256);
for (const kind of [
  Token.OpenParen,
  Token.CloseParen,
  Token.OpenBracket,
  Token.CloseBracket,
  Token.Colon,
  Token.Semicolon,
  Token.Comma,
  Token.At,
  Token.Question,
  Token.Star,
]) {
  singles[Token.tokenName(kind).charCodeAt(0)] = kind;
}

const NUL = 0;
const BANG = 33;
const QUOTE = 34;
const HASH = 35;
const DOLLAR = 36;
const AMPERSAND = 38;
const APOSTROPHE = 39;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const OPEN_BRACE = 123;
const BAR = 124;
const CLOSE_BRACE = 125;
const TILDE = 126;

class Lexer {
  /** With zeros behind its end. */
  readonly #source: Uint8Array;
  readonly #length: number;
  readonly #options: LexerOptions;
  readonly #diagnostics: Diagnostics;
  /** Most files hold none, and then no string has to be searched for one. */
  readonly #hasNull: boolean;
  #at = 0;
  /**
   * Where the run of bytes that can be in a path, or in the scheme of a URI, ends around a name. The names of `a.b.c`
   * lie in one run, which is looked through once for all of them.
   */
  #pathRunEnd = 0;
  #schemeEnd = 0;
  #state = CODE;
  /** The states to return to. */
  #outer = new Uint8Array(32);
  #depth = 0;
  #count = 0;

  constructor(source: Uint8Array, options: LexerOptions, diagnostics: Diagnostics) {
    this.#source = takeSource(source);
    this.#length = source.length;
    this.#options = options;
    this.#diagnostics = diagnostics;
    this.#hasNull = source.includes(NUL);
  }

  run(): Tokens {
    const source = this.#source;
    for (;;) {
      const start = this.#at;
      const byte = source[start]!;
      let kind: Token.TokenKind;
      if (this.#state === CODE) {
        // Nix takes a NUL byte for the end of the file
        if (byte === NUL) break;
        kind = this.#code(byte, start);
      } else if (start >= this.#length) kind = this.#endOfLiteral(start);
      else kind = this.#literal(byte, start);
      if (kind !== NOTHING) this.#emit(kind, start);
    }
    this.#emit(Token.EndOfFile, this.#at);
    const { tokenKinds, tokenStarts, tokenEnds } = scratch;
    return { count: this.#count, kinds: tokenKinds, starts: tokenStarts, ends: tokenEnds };
  }

  #emit(kind: Token.TokenKind, start: number): void {
    const token = this.#count++;
    if (token === scratch.tokenKinds.length) growTokens();
    scratch.tokenKinds[token] = kind;
    scratch.tokenStarts[token] = start;
    scratch.tokenEnds[token] = this.#at;
  }

  #enter(state: number): void {
    if (this.#depth === this.#outer.length) {
      this.#outer = enlargedBytes(this.#outer);
    }
    this.#outer[this.#depth++] = this.#state;
    this.#state = state;
  }

  #leave(): void {
    // a brace that closes nothing leaves the outermost state alone
    this.#state = this.#depth > 0 ? this.#outer[--this.#depth]! : CODE;
  }

  /** Takes some bytes as a token. */
  #take(kind: Token.TokenKind, length: number): Token.TokenKind {
    this.#at += length;
    return kind;
  }

  // ---- inside strings and paths

  #literal(byte: number, start: number): Token.TokenKind {
    if (byte === DOLLAR && this.#source[start + 1] === OPEN_BRACE) {
      // what follows an antiquotation may end a path
      if (this.#state === IN_PATH_AFTER_SLASH) this.#state = IN_PATH;
      this.#enter(CODE);
      return this.#take(Token.DollarBrace, 2);
    }
    if (this.#state === STRING) return this.#inString(byte, start);
    if (this.#state === INDENTED) return this.#inIndented(start);
    return this.#inPath(start);
  }

  /** The end of the file inside a string, or behind a path. */
  #endOfLiteral(start: number): Token.TokenKind {
    if (this.#state === IN_PATH || this.#state === IN_PATH_AFTER_SLASH) return this.#inPath(start);
    this.#leave();
    return NOTHING;
  }

  #inString(byte: number, start: number): Token.TokenKind {
    if (byte === QUOTE) {
      this.#leave();
      return this.#take(Token.Quote, 1);
    }
    this.#at = scan.stringText(this.#source, start, this.#length);
    this.#checkNull(start, true);
    return Token.StringText;
  }

  #inIndented(start: number): Token.TokenKind {
    this.#at = scan.indentedText(this.#source, start, this.#length);
    if (this.#at > start) {
      this.#checkNull(start, false);
      return Token.IndentedText;
    }
    this.#at = scan.indentedEscape(this.#source, start, this.#length);
    if (this.#at > start) return Token.IndentedEscape;
    this.#leave();
    return this.#take(Token.IndentedClose, 2);
  }

  #inPath(start: number): Token.TokenKind {
    this.#at = scan.pathText(this.#source, start);
    if (this.#at > start) {
      this.#state = this.#source[this.#at - 1] === SLASH ? IN_PATH_AFTER_SLASH : IN_PATH;
      return Token.PathText;
    }
    if (this.#state === IN_PATH_AFTER_SLASH) {
      const noticedAt = start - 0.75;
      this.#diagnostics.add(syntaxMessages["path-trailing-slash"](), start - 1, start, { noticedAt });
    }
    this.#leave();
    return NOTHING;
  }

  #checkNull(start: number, escapes: boolean): void {
    if (!this.#hasNull || !containsNull(this.#source, start, this.#at, escapes)) return;
    this.#complain(syntaxMessages["null-byte"](), start);
  }

  // ---- code

  #code(byte: number, start: number): Token.TokenKind {
    const source = this.#source;
    const group = classes[byte]!;
    if (group & BLANK) {
      this.#at = scan.skip(source, start + 1, BLANK);
      return NOTHING;
    }
    if (group & NAME_START) return this.#name(group, start);
    const single = singles[byte]!;
    if (single !== 0) return this.#take(single, 1);
    if (group & DIGIT) return this.#number(start);
    const next = source[start + 1]!;
    switch (byte) {
      case HASH:
        this.#at = scan.lineComment(source, start, this.#length);
        return NOTHING;
      case OPEN_BRACE:
        this.#enter(CODE);
        return this.#take(Token.OpenBrace, 1);
      case CLOSE_BRACE:
        this.#leave();
        return this.#take(Token.CloseBrace, 1);
      case QUOTE:
        this.#enter(STRING);
        return this.#take(Token.Quote, 1);
      case APOSTROPHE:
        if (next !== APOSTROPHE) break;
        this.#enter(INDENTED);
        this.#at = scan.indentedOpen(source, start);
        return Token.IndentedOpen;
      case DOLLAR:
        if (next !== OPEN_BRACE) break;
        this.#enter(CODE);
        return this.#take(Token.DollarBrace, 2);
      case EQUALS:
        return next === EQUALS ? this.#take(Token.Equal, 2) : this.#take(Token.Assign, 1);
      case BANG:
        return next === EQUALS ? this.#take(Token.NotEqual, 2) : this.#take(Token.Not, 1);
      case GREATER:
        return next === EQUALS ? this.#take(Token.GreaterEqual, 2) : this.#take(Token.Greater, 1);
      case AMPERSAND:
        if (next !== AMPERSAND) break;
        return this.#take(Token.And, 2);
      case BAR:
        if (next === BAR) return this.#take(Token.Or, 2);
        if (next !== GREATER) break;
        return this.#pipe(Token.PipeInto);
      case LESS:
        this.#at = scan.searchPath(source, start);
        if (this.#at > start) return Token.SearchPath;
        if (next === EQUALS) return this.#take(Token.LessEqual, 2);
        return next === BAR ? this.#pipe(Token.PipeFrom) : this.#take(Token.Less, 1);
      case TILDE:
        this.#at =
          next === SLASH && scan.startsAntiquotation(source, start + 2) ? start + 2 : scan.homePath(source, start);
        if (this.#at === start) break;
        return this.#path(Token.HomePath);
      case SLASH:
        if (next === STAR) return this.#blockComment(start);
        if (this.#takePath(start)) return this.#path(Token.Path);
        return next === SLASH ? this.#take(Token.Update, 2) : this.#take(Token.Slash, 1);
      case MINUS:
        if (this.#takePath(start)) return this.#path(Token.Path);
        return next === GREATER ? this.#take(Token.Implies, 2) : this.#take(Token.Minus, 1);
      case PLUS:
        if (this.#takePath(start)) return this.#path(Token.Path);
        return next === PLUS ? this.#take(Token.Concat, 2) : this.#take(Token.Plus, 1);
      case DOT:
        return this.#dot(next, start);
    }
    return this.#invalid(start);
  }

  #name(group: number, start: number): Token.TokenKind {
    const source = this.#source;
    const end = scan.skip(source, start + 1, NAME);
    const next = source[end];
    // a name that goes on like a path or a URI may be the start of one
    if (next === SLASH || next === DOT || next === PLUS || next === COLON) {
      if (start >= this.#schemeEnd) this.#schemeEnd = scan.skip(source, start, URI_SCHEME);
      if (source[this.#schemeEnd] === COLON && group & LETTER && (this.#at = scan.uri(source, start)) > end) {
        return Token.Uri;
      }
      if (this.#takePath(start)) return this.#path(Token.Path);
    }
    this.#at = end;
    return keywordOrName(source, start, end);
  }

  #number(start: number): Token.TokenKind {
    const source = this.#source;
    const end = scan.skip(source, start, DIGIT);
    if (scan.isIn(source, end, PATH) || source[end] === SLASH) {
      const float = scan.float(source, start);
      if (this.#takePath(start) && this.#at > float) return this.#path(Token.Path);
      if (float > end) return this.#float(start, float);
    }
    this.#at = end;
    const message = checkInteger(source, start, end);
    if (message !== undefined) this.#complain(message, start);
    return Token.Integer;
  }

  #float(start: number, end: number): Token.TokenKind {
    this.#at = end;
    const message = checkFloat(this.#source, start, end);
    if (message !== undefined) this.#complain(message, start);
    return Token.Float;
  }

  /** A path, a float, `...` or `.`. */
  #dot(next: number, start: number): Token.TokenKind {
    if (this.#takePath(start)) return this.#path(Token.Path);
    const float = scan.float(this.#source, start);
    if (float > start) return this.#float(start, float);
    const isEllipsis = next === DOT && this.#source[start + 2] === DOT;
    return isEllipsis ? this.#take(Token.Ellipsis, 3) : this.#take(Token.Dot, 1);
  }

  /** Moves behind the path, or the piece of one before an antiquotation, that starts here, if one does. */
  #takePath(start: number): boolean {
    if (start >= this.#pathRunEnd) this.#pathRunEnd = scan.skip(this.#source, start, PATH);
    this.#at = start;
    if (this.#source[this.#pathRunEnd] !== SLASH) return false;
    this.#at = scan.path(this.#source, start, this.#pathRunEnd);
    if (this.#at === start) this.#at = scan.pathBeforeAntiquotation(this.#source, start, this.#pathRunEnd);
    return this.#at > start;
  }

  /** Behind the first piece of a path. */
  #path(kind: Token.TokenKind): Token.TokenKind {
    this.#enter(this.#source[this.#at - 1] === SLASH ? IN_PATH_AFTER_SLASH : IN_PATH);
    return kind;
  }

  #pipe(kind: Token.TokenKind): Token.TokenKind {
    const start = this.#at;
    this.#at += 2;
    if (!this.#options.pipeOperators) this.#complain(syntaxMessages["experimental-feature"]("pipe-operators"), start);
    return kind;
  }

  #blockComment(start: number): Token.TokenKind {
    const end = scan.blockComment(this.#source, start, this.#length);
    this.#at = end < 0 ? this.#length : end;
    return end < 0 ? Token.UnclosedComment : NOTHING;
  }

  /** A run of bytes that start no token, the bytes of one character among them, is one token. */
  #invalid(start: number): Token.TokenKind {
    this.#at = start + 1;
    const last = this.#count - 1;
    if (last < 0 || scratch.tokenKinds[last] !== Token.Invalid || scratch.tokenEnds[last] !== start)
      return Token.Invalid;
    scratch.tokenEnds[last] = this.#at;
    return NOTHING;
  }

  /** Complains of the token up to here. Nix reads a token before its parser acts on those before: hence the fraction. */
  #complain(message: Message, start: number): void {
    this.#diagnostics.add(message, start, this.#at, { noticedAt: start - 0.75 });
  }
}
