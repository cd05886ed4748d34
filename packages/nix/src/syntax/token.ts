/**
 * The kinds of tokens. White space and comments are no tokens: they are the bytes between two tokens ("trivia", see
 * `trivia.ts`), so a file is exactly its tokens and the gaps between them.
 *
 * Plain constants instead of an enum: bundlers and V8 fold them into the hot loops of the lexer and the parser.
 */

export type TokenKind = number;

/** The end of the file, or the NUL byte that Nix takes for it. Always the last token, always empty. */
export const EndOfFile: TokenKind = 0;
/** A byte that starts no token. */
export const Invalid: TokenKind = 1;
/** A block comment that is never closed, up to the end of the file. */
export const UnclosedComment: TokenKind = 2;

export const Identifier: TokenKind = 3;
export const Integer: TokenKind = 4;
export const Float: TokenKind = 5;
/** A whole path, or the first piece of one with antiquotation: `./a/b`, `./a/` before `${`. */
export const Path: TokenKind = 6;
/** The same, starting in the user's home: `~/a`. */
export const HomePath: TokenKind = 7;
/** `<nixpkgs/lib>`. */
export const SearchPath: TokenKind = 8;
export const Uri: TokenKind = 9;

/** `"`, opening or closing. */
export const Quote: TokenKind = 10;
/** Literal bytes of a `"…"` string, escapes included. */
export const StringText: TokenKind = 11;
/** `''` with the blanks and the line break behind it, which Nix counts to the opening. */
export const IndentedOpen: TokenKind = 12;
export const IndentedClose: TokenKind = 13;
/** Literal bytes of an indented string. */
export const IndentedText: TokenKind = 14;
/** An escape of an indented string (`'''`, `''$`, `''\n`), or a lone `$` or `'` in it. */
export const IndentedEscape: TokenKind = 15;
/** A later literal piece of a path with antiquotation. */
export const PathText: TokenKind = 16;

export const DollarBrace: TokenKind = 20;
export const OpenBrace: TokenKind = 21;
export const CloseBrace: TokenKind = 22;
export const OpenParen: TokenKind = 23;
export const CloseParen: TokenKind = 24;
export const OpenBracket: TokenKind = 25;
export const CloseBracket: TokenKind = 26;

export const Assign: TokenKind = 30;
export const Semicolon: TokenKind = 31;
export const Colon: TokenKind = 32;
export const Comma: TokenKind = 33;
export const At: TokenKind = 34;
export const Dot: TokenKind = 35;
export const Ellipsis: TokenKind = 36;
export const Question: TokenKind = 37;

export const Not: TokenKind = 40;
export const Minus: TokenKind = 41;
export const Plus: TokenKind = 42;
export const Star: TokenKind = 43;
export const Slash: TokenKind = 44;
export const Concat: TokenKind = 45;
export const Update: TokenKind = 46;
export const Less: TokenKind = 47;
export const LessEqual: TokenKind = 48;
export const Greater: TokenKind = 49;
export const GreaterEqual: TokenKind = 50;
export const Equal: TokenKind = 51;
export const NotEqual: TokenKind = 52;
export const And: TokenKind = 53;
export const Or: TokenKind = 54;
export const Implies: TokenKind = 55;
/** `<|`, behind the experimental feature `pipe-operators`. */
export const PipeFrom: TokenKind = 56;
/** `|>`, behind the experimental feature `pipe-operators`. */
export const PipeInto: TokenKind = 57;

export const If: TokenKind = 60;
export const Then: TokenKind = 61;
export const Else: TokenKind = 62;
export const Assert: TokenKind = 63;
export const With: TokenKind = 64;
export const Let: TokenKind = 65;
export const In: TokenKind = 66;
export const Rec: TokenKind = 67;
export const Inherit: TokenKind = 68;
/** `or`: a keyword behind a selection, a name everywhere else. */
export const OrKeyword: TokenKind = 69;

const names: Readonly<Record<number, string>> = {
  [EndOfFile]: "end of file",
  [Invalid]: "invalid byte",
  [UnclosedComment]: "unclosed comment",
  [Identifier]: "identifier",
  [Integer]: "integer",
  [Float]: "float",
  [Path]: "path",
  [HomePath]: "path",
  [SearchPath]: "search path",
  [Uri]: "URI",
  [Quote]: '"',
  [StringText]: "string",
  [IndentedOpen]: "''",
  [IndentedClose]: "''",
  [IndentedText]: "string",
  [IndentedEscape]: "string",
  [PathText]: "path",
  [DollarBrace]: "${",
  [OpenBrace]: "{",
  [CloseBrace]: "}",
  [OpenParen]: "(",
  [CloseParen]: ")",
  [OpenBracket]: "[",
  [CloseBracket]: "]",
  [Assign]: "=",
  [Semicolon]: ";",
  [Colon]: ":",
  [Comma]: ",",
  [At]: "@",
  [Dot]: ".",
  [Ellipsis]: "...",
  [Question]: "?",
  [Not]: "!",
  [Minus]: "-",
  [Plus]: "+",
  [Star]: "*",
  [Slash]: "/",
  [Concat]: "++",
  [Update]: "//",
  [Less]: "<",
  [LessEqual]: "<=",
  [Greater]: ">",
  [GreaterEqual]: ">=",
  [Equal]: "==",
  [NotEqual]: "!=",
  [And]: "&&",
  [Or]: "||",
  [Implies]: "->",
  [PipeFrom]: "<|",
  [PipeInto]: "|>",
  [If]: "if",
  [Then]: "then",
  [Else]: "else",
  [Assert]: "assert",
  [With]: "with",
  [Let]: "let",
  [In]: "in",
  [Rec]: "rec",
  [Inherit]: "inherit",
  [OrKeyword]: "or",
};

/** The token as a user would write it, or what to call it. */
export function tokenName(kind: TokenKind): string {
  return names[kind] ?? "token";
}
