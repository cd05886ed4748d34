/**
 * Which comments belong to which token. Behind a token, on its line, is its trailing comment; all other comments and
 * empty lines belong to the token that follows. That is where the printers find them, and where they move them when a
 * comment would otherwise get into the middle of something.
 *
 * Strings, antiquoted paths and antiquoted names count as one token here, known by the index of their first.
 */

import type { Slice } from "./document.ts";

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
