/**
 * The tokens of a POSIX extended regular expression, with the peculiarities of the library that Nix is built with:
 * only what has a meaning of its own may stand behind a backslash, a backslash means nothing inside of brackets, and a
 * closing bracket or brace without its partner is an ordinary byte.
 */

import { RegexSyntaxError } from "./syntax-error.ts";

export type Token =
  | { readonly kind: "end" }
  | { readonly kind: "byte"; readonly value: string }
  | { readonly kind: "any" | "group" | "group-end" | "or" | "line-start" | "line-end" }
  | { readonly kind: "star" | "plus" | "option" }
  | { readonly kind: "brackets"; readonly negated: boolean }
  | { readonly kind: "dash" | "brackets-end" }
  | { readonly kind: "class" | "collating" | "equivalence"; readonly value: string }
  | { readonly kind: "braces" | "comma" | "braces-end" }
  | { readonly kind: "count"; readonly value: string };

const SPECIAL = ".[\\()*+?{|^$";

const simpleTokens = new Map<string, Token>([
  [".", { kind: "any" }],
  ["(", { kind: "group" }],
  [")", { kind: "group-end" }],
  ["|", { kind: "or" }],
  ["^", { kind: "line-start" }],
  ["$", { kind: "line-end" }],
  ["*", { kind: "star" }],
  ["+", { kind: "plus" }],
  ["?", { kind: "option" }],
]);

const namedKinds = new Map<string, "class" | "collating" | "equivalence">([
  [":", "class"],
  [".", "collating"],
  ["=", "equivalence"],
]);

export class TokenReader {
  readonly #pattern: string;
  #at = 0;
  #within: "text" | "brackets" | "braces" = "text";
  /** A closing bracket is an ordinary byte where the brackets have just been opened. */
  #opened = false;
  /** The token that comes next. It has been read already, so an error in it comes before one in the use of the last. */
  current: Token;

  constructor(pattern: string) {
    this.#pattern = pattern;
    this.current = this.#read();
  }

  advance(): void {
    this.current = this.#read();
  }

  /** Takes the next token if it is of a kind. */
  take<Kind extends Token["kind"]>(kind: Kind): Extract<Token, { kind: Kind }> | undefined {
    const token = this.current;
    if (token.kind !== kind) return undefined;
    this.advance();
    return token as Extract<Token, { kind: Kind }>;
  }

  #read(): Token {
    if (this.#at === this.#pattern.length) return this.#end();
    switch (this.#within) {
      case "text":
        return this.#readText();
      case "brackets":
        return this.#readInBrackets();
      case "braces":
        return this.#readInBraces();
    }
  }

  #end(): Token {
    if (this.#within !== "text") throw new RegexSyntaxError();
    return { kind: "end" };
  }

  #readText(): Token {
    const byte = this.#pattern[this.#at++]!;
    const simple = simpleTokens.get(byte);
    if (simple !== undefined) return simple;
    switch (byte) {
      case "\\":
        return this.#readEscape();
      case "[":
        return this.#readBrackets();
      case "{":
        this.#within = "braces";
        return { kind: "braces" };
      default:
        return { kind: "byte", value: byte };
    }
  }

  #readEscape(): Token {
    const byte = this.#pattern[this.#at++];
    if (byte === undefined || !SPECIAL.includes(byte)) throw new RegexSyntaxError();
    return { kind: "byte", value: byte };
  }

  #readBrackets(): Token {
    this.#within = "brackets";
    this.#opened = true;
    const negated = this.#pattern[this.#at] === "^";
    if (negated) this.#at++;
    return { kind: "brackets", negated };
  }

  #readInBrackets(): Token {
    const opened = this.#opened;
    this.#opened = false;
    const byte = this.#pattern[this.#at++]!;
    if (byte === "-") return { kind: "dash" };
    if (byte === "]" && !opened) {
      this.#within = "text";
      return { kind: "brackets-end" };
    }
    if (byte === "[") {
      if (this.#at === this.#pattern.length) throw new RegexSyntaxError();
      const kind = namedKinds.get(this.#pattern[this.#at]!);
      if (kind !== undefined) return { kind, value: this.#readName() };
    }
    return { kind: "byte", value: byte };
  }

  /** `:alpha:]`, `.space.]` or `=a=]` */
  #readName(): string {
    const start = this.#at + 1;
    const end = this.#pattern.indexOf(this.#pattern[this.#at]!, start);
    if (end === -1 || this.#pattern[end + 1] !== "]") throw new RegexSyntaxError();
    this.#at = end + 2;
    return this.#pattern.slice(start, end);
  }

  #readInBraces(): Token {
    const byte = this.#pattern[this.#at++]!;
    switch (byte) {
      case ",":
        return { kind: "comma" };
      case "}":
        this.#within = "text";
        return { kind: "braces-end" };
      default: {
        if (!isDigit(byte)) throw new RegexSyntaxError();
        const start = this.#at - 1;
        while (isDigit(this.#pattern[this.#at])) this.#at++;
        return { kind: "count", value: this.#pattern.slice(start, this.#at) };
      }
    }
  }
}

function isDigit(byte: string | undefined): boolean {
  return byte !== undefined && byte >= "0" && byte <= "9";
}
