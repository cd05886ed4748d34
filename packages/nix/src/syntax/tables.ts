/** The tables that lie in the memory. */

import { classes } from "./bytes.ts";
import { keywords } from "./keywords.ts";
import * as Layout from "./layout.ts";
import { heapBytes } from "./memory.ts";
import { precedences, rightAssociative } from "./operators.ts";
import * as Token from "./token.ts";

const singles = [
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
];

/** `let` starts an operand only as `let {`. */
const operandStarts = [
  Token.Identifier,
  Token.Integer,
  Token.Float,
  Token.Path,
  Token.HomePath,
  Token.SearchPath,
  Token.Uri,
  Token.Quote,
  Token.IndentedOpen,
  Token.OpenBrace,
  Token.OpenParen,
  Token.OpenBracket,
  Token.Rec,
  Token.Let,
  // these three are wrong there, and understood all the same
  Token.If,
  Token.With,
  Token.Assert,
];

export function fillTables(): void {
  heapBytes.set(classes, Layout.CLASSES);
  heapBytes.set(precedences, Layout.PRECEDENCES);
  heapBytes.set(rightAssociative, Layout.RIGHT_ASSOCIATIVE);
  for (const kind of singles) heapBytes[Layout.SINGLES + Token.tokenName(kind).charCodeAt(0)] = kind;
  for (const kind of operandStarts) heapBytes[Layout.OPERAND_STARTS + kind] = 1;
  keywords.forEach(fillKeyword);
}

function fillKeyword(kind: Token.TokenKind, index: number): void {
  const word = Token.tokenName(kind);
  // the place 0 means that there is none
  const place = (index + 1) * Layout.KEYWORD_BYTES;
  const first = Layout.FIRST_KEYWORDS + word.charCodeAt(0);
  heapBytes.set([heapBytes[first]!, kind, word.length], Layout.KEYWORDS + place);
  heapBytes.set(Buffer.from(word, "latin1"), Layout.KEYWORDS + place + 3);
  heapBytes[first] = place;
}
