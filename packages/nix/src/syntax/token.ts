/**
 * The kinds of tokens. White space and comments are no tokens: they are the bytes between two tokens ("trivia", see
 * `trivia.ts`), so a file is exactly its tokens and the gaps between them.
 *
 * Plain constants instead of an enum: bundlers and V8 fold them into the hot loops of the lexer and the parser.
 */

export type TokenKind = number;

/** The end of the file, or the NUL byte that Nix takes for it. Always the last token, always empty. */
export const EndOfFile = 0;
/** A byte that starts no token. */
export const Invalid = 1;
/** A block comment that is never closed, up to the end of the file. */
export const UnclosedComment = 2;

export const Identifier = 3;
export const Integer = 4;
export const Float = 5;
/** A whole path, or the first piece of one with antiquotation: `./a/b`, `./a/` before `${`. */
export const Path = 6;
/** The same, starting in the user's home: `~/a`. */
export const HomePath = 7;
/** `<nixpkgs/lib>`. */
export const SearchPath = 8;
export const Uri = 9;

/** `"`, opening or closing. */
export const Quote = 10;
/** Literal bytes of a `"…"` string, escapes included. */
export const StringText = 11;
/** `''` with the blanks and the line break behind it, which Nix counts to the opening. */
export const IndentedOpen = 12;
export const IndentedClose = 13;
/** Literal bytes of an indented string. */
export const IndentedText = 14;
/** An escape of an indented string (`'''`, `''$`, `''\n`), or a lone `$` or `'` in it. */
export const IndentedEscape = 15;
/** A later literal piece of a path with antiquotation. */
export const PathText = 16;

export const DollarBrace = 20;
export const OpenBrace = 21;
export const CloseBrace = 22;
export const OpenParen = 23;
export const CloseParen = 24;
export const OpenBracket = 25;
export const CloseBracket = 26;

export const Assign = 30;
export const Semicolon = 31;
export const Colon = 32;
export const Comma = 33;
export const At = 34;
export const Dot = 35;
export const Ellipsis = 36;
export const Question = 37;

export const Not = 40;
export const Minus = 41;
export const Plus = 42;
export const Star = 43;
export const Slash = 44;
export const Concat = 45;
export const Update = 46;
export const Less = 47;
export const LessEqual = 48;
export const Greater = 49;
export const GreaterEqual = 50;
export const Equal = 51;
export const NotEqual = 52;
export const And = 53;
export const Or = 54;
export const Implies = 55;
/** `<|`, behind the experimental feature `pipe-operators`. */
export const PipeFrom = 56;
/** `|>`, behind the experimental feature `pipe-operators`. */
export const PipeInto = 57;

export const If = 60;
export const Then = 61;
export const Else = 62;
export const Assert = 63;
export const With = 64;
export const Let = 65;
export const In = 66;
export const Rec = 67;
export const Inherit = 68;
/** `or`: a keyword behind a selection, a name everywhere else. */
export const OrKeyword = 69;

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
