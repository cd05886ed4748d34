/**
 * Bytes to tokens. Nix's lexer is a generated one with a stack of states, and so is this one, written by hand: the
 * longest match wins, the earlier rule on a tie, and strings and paths have states of their own. The states are left
 * and entered by the lexer alone, so a whole file is turned into tokens before the parser looks at the first.
 */

import type { Message } from "../message.ts";
import { BLANK, classes, DIGIT, LETTER, NAME, NAME_START, PATH } from "./bytes.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { syntaxMessages } from "./messages.ts";
import * as scan from "./scan.ts";
import { growTokens, scratch } from "./scratch.ts";
import { latin1 } from "./tree.ts";
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

// the lexer's states
const CODE = 0;
const STRING = 1;
const INDENTED = 2;
/** Inside a path, behind something that may end it. */
const IN_PATH = 3;
/** Inside a path, behind a slash. */
const IN_PATH_AFTER_SLASH = 4;

const keywords = new Map<string, Token.TokenKind>([
  ["if", Token.If],
  ["then", Token.Then],
  ["else", Token.Else],
  ["assert", Token.Assert],
  ["with", Token.With],
  ["let", Token.Let],
  ["in", Token.In],
  ["rec", Token.Rec],
  ["inherit", Token.Inherit],
  ["or", Token.OrKeyword],
]);
const LONGEST_KEYWORD = 7;

const initialStates = new Uint8Array(256);

/** Tokens of one byte that start no longer one. */
const singles = new Uint8Array(256);
for (const [character, kind] of [
  ["(", Token.OpenParen],
  [")", Token.CloseParen],
  ["[", Token.OpenBracket],
  ["]", Token.CloseBracket],
  [":", Token.Colon],
  [";", Token.Semicolon],
  [",", Token.Comma],
  ["@", Token.At],
  ["?", Token.Question],
  ["*", Token.Star],
] as const) {
  singles[character.charCodeAt(0)] = kind;
}

type Complain = (message: Message, start: number, end: number) => void;

export function tokenize(source: Uint8Array, options: LexerOptions, diagnostics: Diagnostics): Tokens {
  const length = source.length;
  let { tokenKinds: kinds, tokenStarts: starts, tokenEnds: ends } = scratch;
  let count = 0;
  const hasNull = source.includes(0);

  // Nix reads a token before its parser acts on the ones before, hence the fraction
  const complain: Complain = (message, start, end) => diagnostics.add(message, start, end, { noticedAt: start - 0.75 });

  let state = CODE;
  let states = initialStates;
  let depth = 0;

  let at = 0;
  scanning: for (;;) {
    const start = at;
    const byte = source[at];
    let kind: Token.TokenKind = Token.Invalid;

    if (state !== CODE) {
      switch (state) {
        case STRING:
          if (byte === undefined) {
            state = CODE;
            continue;
          } else if (byte === 34) {
            at++;
            kind = Token.Quote;
            state = states[--depth]!;
          } else if (byte === 36 && source[at + 1] === 123) {
            kind = Token.DollarBrace;
          } else {
            at = Math.min(scan.stringText(source, at), length);
            kind = Token.StringText;
            if (hasNull && containsNull(source, start, at, true)) complain(syntaxMessages["null-byte"](), start, at);
          }
          break;
        case INDENTED:
          if (byte === undefined) {
            state = CODE;
            continue;
          }
          at = Math.min(scan.indentedText(source, at), length);
          if (at > start) {
            kind = Token.IndentedText;
            if (hasNull && containsNull(source, start, at, false)) complain(syntaxMessages["null-byte"](), start, at);
          } else if (byte === 36 && source[at + 1] === 123) {
            kind = Token.DollarBrace;
          } else {
            at = scan.indentedEscape(source, at);
            if (at > start) kind = Token.IndentedEscape;
            else {
              at += 2;
              kind = Token.IndentedClose;
              state = states[--depth]!;
            }
          }
          break;
        default:
          if (byte === 36 && source[at + 1] === 123) {
            // what follows the antiquotation may end the path
            state = IN_PATH;
            kind = Token.DollarBrace;
          } else {
            at = scan.pathText(source, at);
            if (at === start) {
              if (state === IN_PATH_AFTER_SLASH) {
                diagnostics.add(syntaxMessages["path-trailing-slash"](), start - 1, start, { noticedAt: start - 0.75 });
              }
              state = states[--depth]!;
              continue;
            }
            kind = Token.PathText;
            state = source[at - 1] === 47 ? IN_PATH_AFTER_SLASH : IN_PATH;
          }
      }
      if (kind === Token.DollarBrace) {
        at += 2;
        if (depth === states.length) states = grown(states, depth * 2);
        states[depth++] = state;
        state = CODE;
      }
    } else {
      const group = classes[byte!]!;
      if (group & BLANK) {
        at++;
        while (classes[source[at]!]! & BLANK) at++;
        continue;
      }
      if (group & NAME_START) {
        at++;
        while (classes[source[at]!]! & NAME) at++;
        kind = Token.Identifier;
        const next = source[at];
        // a name that goes on like a path or a URI may be the start of one
        if (next === 47 || next === 46 || next === 43 || next === 58) {
          const path = scan.path(source, start);
          const uri = group & LETTER ? scan.uri(source, start) : start;
          if (path > at) {
            at = path;
            kind = Token.Path;
          } else if (uri > at) {
            at = uri;
            kind = Token.Uri;
          } else {
            const piece = scan.pathBeforeAntiquotation(source, start);
            if (piece > start) {
              at = piece;
              kind = Token.Path;
            }
          }
        }
        if (kind === Token.Identifier && at - start <= LONGEST_KEYWORD && at - start >= 2) {
          kind = keywordAt(source, start, at);
        }
      } else if (byte !== undefined && singles[byte] !== 0) {
        at++;
        kind = singles[byte]!;
      } else {
        switch (byte) {
          case undefined:
            break scanning;
          case 0: // Nix takes a NUL byte for the end of the file
            break scanning;
          case 35: // #
            at = scan.lineComment(source, at);
            continue;
          case 123: // {
            at++;
            kind = Token.OpenBrace;
            if (depth === states.length) states = grown(states, depth * 2);
            states[depth++] = CODE;
            break;
          case 125: // }
            at++;
            kind = Token.CloseBrace;
            // one that closes nothing leaves the outermost state alone
            if (depth > 0) state = states[--depth]!;
            break;
          case 34: // "
            at++;
            kind = Token.Quote;
            if (depth === states.length) states = grown(states, depth * 2);
            states[depth++] = CODE;
            state = STRING;
            break;
          case 39: // '
            if (source[at + 1] === 39) {
              at = openingOfIndented(source, at);
              kind = Token.IndentedOpen;
              if (depth === states.length) states = grown(states, depth * 2);
              states[depth++] = CODE;
              state = INDENTED;
            }
            break;
          case 36: // $
            if (source[at + 1] === 123) {
              at += 2;
              kind = Token.DollarBrace;
              if (depth === states.length) states = grown(states, depth * 2);
              states[depth++] = CODE;
            }
            break;
          case 61: // =
            at += source[at + 1] === 61 ? 2 : 1;
            kind = at - start === 2 ? Token.Equal : Token.Assign;
            break;
          case 33: // !
            at += source[at + 1] === 61 ? 2 : 1;
            kind = at - start === 2 ? Token.NotEqual : Token.Not;
            break;
          case 62: // >
            at += source[at + 1] === 61 ? 2 : 1;
            kind = at - start === 2 ? Token.GreaterEqual : Token.Greater;
            break;
          case 38: // &
            if (source[at + 1] === 38) {
              at += 2;
              kind = Token.And;
            }
            break;
          case 124: // |
            if (source[at + 1] === 124) {
              at += 2;
              kind = Token.Or;
            } else if (source[at + 1] === 62) {
              at += 2;
              kind = Token.PipeInto;
            }
            break;
          case 60: // <
            at = scan.searchPath(source, at);
            if (at > start) {
              kind = Token.SearchPath;
              break;
            }
            at++;
            kind = Token.Less;
            if (source[at] === 61) {
              at++;
              kind = Token.LessEqual;
            } else if (source[at] === 124) {
              at++;
              kind = Token.PipeFrom;
            }
            break;
          case 126: // ~
            if (source[at + 1] === 47 && scan.startsAntiquotation(source, at + 2)) at += 2;
            else at = scan.homePath(source, at);
            if (at > start) kind = Token.HomePath;
            break;
          case 47: // /
            if (source[at + 1] === 42) {
              at = scan.blockComment(source, at);
              if (at >= 0) continue;
              at = length;
              kind = Token.UnclosedComment;
              diagnostics.add(syntaxMessages["unclosed-comment"](), start, start + 2);
              break;
            }
            if ((at = pathAt(source, start)) > start) kind = Token.Path;
            else {
              at = start + (source[start + 1] === 47 ? 2 : 1);
              kind = at - start === 2 ? Token.Update : Token.Slash;
            }
            break;
          case 45: // -
            if ((at = pathAt(source, start)) > start) kind = Token.Path;
            else {
              at = start + (source[start + 1] === 62 ? 2 : 1);
              kind = at - start === 2 ? Token.Implies : Token.Minus;
            }
            break;
          case 43: // +
            if ((at = pathAt(source, start)) > start) kind = Token.Path;
            else {
              at = start + (source[start + 1] === 43 ? 2 : 1);
              kind = at - start === 2 ? Token.Concat : Token.Plus;
            }
            break;
          case 46: // .
            if ((at = pathAt(source, start)) > start) kind = Token.Path;
            else if ((at = scan.float(source, start)) > start) kind = Token.Float;
            else {
              const ellipsis = source[start + 1] === 46 && source[start + 2] === 46;
              at = start + (ellipsis ? 3 : 1);
              kind = ellipsis ? Token.Ellipsis : Token.Dot;
            }
            break;
          default:
            if (group & DIGIT) {
              at = scan.skip(source, start, DIGIT);
              kind = Token.Integer;
              if (classes[source[at]!]! & PATH || source[at] === 47) {
                const float = scan.float(source, start);
                const path = pathAt(source, start);
                if (path > at && path > float) {
                  at = path;
                  kind = Token.Path;
                } else if (float > at) {
                  at = float;
                  kind = Token.Float;
                }
              }
            }
        }
        if (kind === Token.Invalid) {
          at = start + 1;
          // a run of such bytes, the bytes of one character among them, is one token
          if (count > 0 && kinds[count - 1] === Token.Invalid && ends[count - 1] === start) {
            ends[count - 1] = at;
            continue;
          }
        } else if (kind === Token.Integer) {
          if (at - start >= 19) checkInteger(source, start, at, complain);
        } else if (kind === Token.Float) {
          checkFloat(source, start, at, complain);
        } else if ((kind === Token.PipeFrom || kind === Token.PipeInto) && !options.pipeOperators) {
          complain(syntaxMessages["experimental-feature"]("pipe-operators"), start, at);
        }
      }
      if (kind === Token.Path || kind === Token.HomePath) {
        if (depth === states.length) states = grown(states, depth * 2);
        states[depth++] = CODE;
        state = source[at - 1] === 47 ? IN_PATH_AFTER_SLASH : IN_PATH;
      }
    }

    // one place more is kept for the end of the file
    if (count + 1 === kinds.length) {
      growTokens();
      ({ tokenKinds: kinds, tokenStarts: starts, tokenEnds: ends } = scratch);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = at;
    count++;
  }

  kinds[count] = Token.EndOfFile;
  starts[count] = ends[count] = at;
  return { count: count + 1, kinds, starts, ends };
}

function pathAt(source: Uint8Array, at: number): number {
  const path = scan.path(source, at);
  return path > at ? path : scan.pathBeforeAntiquotation(source, at);
}

function keywordAt(source: Uint8Array, start: number, end: number): Token.TokenKind {
  // all keywords start with one of a, e, i, l, o, r, t, w
  switch (source[start]) {
    case 97:
    case 101:
    case 105:
    case 108:
    case 111:
    case 114:
    case 116:
    case 119:
      return keywords.get(latin1(source, start, end)) ?? Token.Identifier;
    default:
      return Token.Identifier;
  }
}

/** `''`, and the rest of its line if that is blank. */
function openingOfIndented(source: Uint8Array, at: number): number {
  let end = at + 2;
  while (source[end] === 32) end++;
  return source[end] === 10 ? end + 1 : at + 2;
}

/** Whether a string holds a NUL byte. Nix overlooks one behind a backslash. */
function containsNull(source: Uint8Array, start: number, end: number, escapes: boolean): boolean {
  for (let at = start; at < end; at++) {
    if (source[at] === 0) return true;
    if (escapes && source[at] === 92) at++;
  }
  return false;
}

function checkInteger(source: Uint8Array, start: number, end: number, complain: Complain): void {
  const digits = latin1(source, start, end);
  if (BigInt(digits) > 0x7fffffffffffffffn) {
    complain(syntaxMessages["integer-out-of-range"](digits), start, end);
  }
}

function checkFloat(source: Uint8Array, start: number, end: number, complain: Complain): void {
  const digits = latin1(source, start, end);
  const value = Math.abs(Number(digits));
  const tooSmall = value < 2.2250738585072014e-308 && /[1-9]/.test(digits.replace(/[eE].*/, ""));
  if (value === Infinity || tooSmall) complain(syntaxMessages["float-out-of-range"](digits), start, end);
}

function grown(bytes: Uint8Array, capacity: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(capacity);
  larger.set(bytes);
  return larger;
}
