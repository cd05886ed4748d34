/**
 * Scanners of TOML: a scanner matches at a place or does not, takes as much as it can and never looks back (a parsing
 * expression grammar). It can also say what it would have liked to see, because Nix's messages are made of that: the
 * grammar has to fail at the same byte and wait for the same thing as the library that Nix uses.
 */

/** A place in a text, which moves as something is found there. */
export interface Cursor {
  readonly text: string;
  at: number;
}

export interface Scanner {
  /** Where the match that starts here ends; -1 if there is none. */
  readonly scan: (text: string, at: number) => number;
  /** What was expected where this scanner does not match. Moves the cursor to where the match broke off. */
  readonly expected: (cursor: Cursor) => string;
}

/** Whether the scanner matches; moves the cursor behind the match. */
export function take(scanner: Scanner, cursor: Cursor): boolean {
  const end = scanner.scan(cursor.text, cursor.at);
  if (end < 0) return false;
  cursor.at = end;
  return true;
}

/** One byte of some ranges, given as pairs of characters: `"09az"`. */
export function byteIn(ranges: string, name: string): Scanner {
  const wanted = new Uint8Array(256);
  for (let index = 0; index < ranges.length; index += 2) {
    wanted.fill(1, ranges.charCodeAt(index), ranges.charCodeAt(index + 1) + 1);
  }
  return {
    scan: (text, at) => (at < text.length && wanted[text.charCodeAt(at)] === 1 ? at + 1 : -1),
    expected: () => name,
  };
}

/** One byte from one character to another. */
export function range(from: string, to: string): Scanner {
  return byteIn(from + to, `from \`${showByte(from)}\` to \`${showByte(to)}\``);
}

/** One of some characters. */
export function oneOf(characters: string): Scanner {
  const pairs = [...characters].map((character) => character + character).join("");
  return byteIn(pairs, alternatives([...characters].map(showByte)));
}

export function literal(wanted: string): Scanner {
  return {
    scan: (text, at) => (text.startsWith(wanted, at) ? at + wanted.length : -1),
    expected: () => wanted,
  };
}

/** A single character; unlike a literal it is named visibly where it is expected. */
export function character(wanted: string): Scanner {
  return { ...literal(wanted), expected: () => showByte(wanted) };
}

export function sequence(...parts: readonly Scanner[]): Scanner {
  return {
    scan(text, at) {
      let end = at;
      for (const part of parts) if ((end = part.scan(text, end)) < 0) return -1;
      return end;
    },
    expected(cursor) {
      for (const part of parts) if (!take(part, cursor)) return part.expected(cursor);
      return "";
    },
  };
}

/** The first of the choices that matches. */
export function either(...choices: readonly Scanner[]): Scanner {
  return {
    scan(text, at) {
      for (const choice of choices) {
        const end = choice.scan(text, at);
        if (end >= 0) return end;
      }
      return -1;
    },
    // each choice goes on from where the one before broke off: so it is in the library, and it shows
    expected: (cursor) => alternatives(choices.map((choice) => choice.expected(cursor))),
  };
}

export function maybe(part: Scanner): Scanner {
  return { scan: (text, at) => Math.max(part.scan(text, at), at), expected: () => "" };
}

/** The part as often as it matches, and at least so many times. */
export function many(part: Scanner, least: number): Scanner {
  return {
    scan(text, at) {
      let end = at;
      for (let count = 0; ; count++) {
        const next = part.scan(text, end);
        if (next < 0) return count < least ? -1 : end;
        end = next;
      }
    },
    expected: (cursor) => repetition(part, least, cursor),
  };
}

export function times(part: Scanner, count: number): Scanner {
  return { ...sequence(...Array<Scanner>(count).fill(part)), expected: (cursor) => repetition(part, count, cursor) };
}

export function named(name: string, scanner: Scanner): Scanner {
  return { ...scanner, expected: () => name };
}

function repetition(part: Scanner, count: number, cursor: Cursor): string {
  for (let index = 0; index < count; index++) if (!take(part, cursor)) return part.expected(cursor);
  return "";
}

function alternatives(names: readonly string[]): string {
  if (names.length < 3) return names.join(" or ");
  return `${names.slice(0, -1).join(", ")}, or ${names.at(-1)}`;
}

const CONTROL_NAMES: Readonly<Record<string, string>> = {
  "\0": "(NUL)",
  " ": "(SPACE)",
  "\n": "(LINE FEED)",
  "\r": "(CARRIAGE RETURN)",
  "\t": "(TAB)",
  "\v": "(VERTICAL TAB)",
  "\f": "(FORM FEED)",
  "\u001B": "(ESCAPE)",
};

/** A byte as the messages show it. */
export function showByte(byte: string): string {
  if (byte >= "!" && byte <= "~") return byte;
  return `0x${byte.charCodeAt(0).toString(16).padStart(2, "0")}${CONTROL_NAMES[byte] ?? ""}`;
}
