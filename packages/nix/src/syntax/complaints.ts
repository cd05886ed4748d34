/**
 * What the lexer and the parser, which know only numbers, have to say of the file that is being read: of its bytes from one
 * offset to another, or of its tokens. Where it is said when Nix would notice it, that is a fraction if Nix has read a byte,
 * but has not acted on what is before it.
 */

import { Diagnostics } from "./diagnostics.ts";
import { type Expected, expectedTexts } from "./expected.ts";
import { isFloat, isInteger } from "./literals.ts";
import type { Message } from "../message.ts";
import { syntaxMessages } from "./messages.ts";
import * as Token from "./token.ts";
import { endOfToken, kindOfToken, startOfToken } from "./token-columns.ts";
import { latin1 } from "./tree.ts";

let source = new Uint8Array(0);
let diagnostics = new Diagnostics();
let maxDepth = 0;

/** From now on, complaints are about this file. */
export function complainOf(file: Uint8Array, into: Diagnostics, depth: number): void {
  source = file as Uint8Array<ArrayBuffer>;
  diagnostics = into;
  maxDepth = depth;
}

// ---- of the lexer. Nix reads a token before its parser acts on those before.

export function complainOfNullByte(start: number, end: number): void {
  addEarly(syntaxMessages["null-byte"](), start, end);
}

export function complainOfTrailingSlash(pathEnd: number): void {
  diagnostics.add(syntaxMessages["path-trailing-slash"](), pathEnd - 1, pathEnd, { noticedAt: pathEnd - 0.75 });
}

export function complainOfPipe(start: number, end: number): void {
  addEarly(syntaxMessages["experimental-feature"]("pipe-operators"), start, end);
}

export function checkInteger(start: number, end: number): void {
  if (!isInteger(source, start, end)) {
    addEarly(syntaxMessages["integer-out-of-range"](latin1(source, start, end)), start, end);
  }
}

export function checkFloat(start: number, end: number): void {
  const digits = latin1(source, start, end);
  if (!isFloat(digits)) addEarly(syntaxMessages["float-out-of-range"](digits), start, end);
}

function addEarly(message: Message, start: number, end: number): void {
  diagnostics.add(message, start, end, { noticedAt: start - 0.75 });
}

// ---- of the parser

/** `related` is a token that has to do with it, or -1, and `noticed` that at which Nix complains. */
export function complainOfUnexpected(token: number, expected: Expected, related: number, noticed: number): void {
  const noticedAt = startOfToken(noticed);
  // a file of commas has a million, and the text of each costs more than to read it
  if (diagnostics.isFull(noticedAt)) return;
  const message =
    kindOfToken(token) === Token.Invalid
      ? syntaxMessages["invalid-byte"](invalidText(startOfToken(token), endOfToken(token)))
      : syntaxMessages["unexpected-token"](foundText(token), expectedTexts(expected));
  diagnostics.add(message, startOfToken(token), endOfToken(token), { ...relatedPlace(expected, related), noticedAt });
}

function relatedPlace(expected: Expected, token: number) {
  if (token < 0) return {};
  const isForgotten = expected === Token.Semicolon;
  const text = isForgotten ? "perhaps a ';' is missing here" : `to close this '${textOf(token)}'`;
  return { related: [{ range: { start: startOfToken(token), end: endOfToken(token) }, text }] };
}

/** Nix reads so many of its bytes before it complains. */
export function complainOfUnclosedComment(token: number, bytesUnderstood: number): void {
  const start = startOfToken(token);
  const noticedAt = start + bytesUnderstood;
  diagnostics.add(syntaxMessages["unclosed-comment"](), start, start + 2, { noticedAt });
}

/** Of the quotes that open it. */
export function complainOfUnclosedString(token: number, noticed: number): void {
  add(syntaxMessages["unclosed-string"](Token.tokenName(kindOfToken(token))), token, startOfToken(noticed));
}

export function complainOfUnclosedBracket(token: number, closing: Token.TokenKind, noticed: number): void {
  add(syntaxMessages["unclosed-delimiter"](textOf(token), Token.tokenName(closing)), token, startOfToken(noticed));
}

/** Of an operator that cannot follow the one before it. */
export function complainOfChain(token: number): void {
  add(syntaxMessages["chained-operator"](textOf(token)), token, startOfToken(token));
}

export function complainOfMissingParentheses(token: number, noticed: number): void {
  const kind = kindOfToken(token);
  const isFunction = kind === Token.Identifier || kind === Token.OpenBrace;
  const word = isFunction ? "the function" : `'${Token.tokenName(kind)}'`;
  add(syntaxMessages["needs-parentheses"](word), token, startOfToken(noticed));
}

/** Of a piece of a path. Of the last one Nix complains before it looks at the byte behind it. */
export function complainOfIncompletePath(token: number, isLast: boolean): void {
  add(syntaxMessages["incomplete-path"](), token, isLast ? endOfToken(token) - 0.9 : endOfToken(token));
}

export function complainOfUrl(token: number): void {
  add(syntaxMessages["url-literal"](), token, startOfToken(token));
}

export function complainOfDepth(token: number): void {
  add(syntaxMessages["nesting-too-deep"](maxDepth), token, startOfToken(token));
}

function add(message: Message, token: number, noticedAt: number): void {
  diagnostics.add(message, startOfToken(token), endOfToken(token), { noticedAt });
}

// ---- tokens

function textOf(token: number): string {
  return latin1(source, startOfToken(token), endOfToken(token));
}

/** A token as a message names it. */
function foundText(token: number): string {
  const kind = kindOfToken(token);
  const name = Token.tokenName(kind);
  if (kind === Token.EndOfFile) return name;
  const text = textOf(token);
  return text === name || text.length > 40 || text.includes("\n") ? `'${name}'` : `${kindWord(kind)}'${text}'`;
}

function kindWord(kind: Token.TokenKind): string {
  return kind === Token.Identifier || kind === Token.Integer || kind === Token.Float || kind === Token.Uri
    ? `${Token.tokenName(kind)} `
    : "";
}

/** Bytes that no token starts with, as a message shows them. */
function invalidText(start: number, end: number): string {
  const bytes = source.subarray(start, Math.min(end, start + 16));
  const text = new TextDecoder("utf-8").decode(bytes);
  if (!text.includes("\uFFFD") && !/\p{C}/u.test(text)) return `character '${text}'`;
  return `byte${bytes.length > 1 ? "s" : ""} ${[...bytes].map((byte) => `0x${byte.toString(16).padStart(2, "0")}`).join(" ")}`;
}
