/**
 * Small recognisers, and ways to put them together. A scanner never looks back: what it takes first stays taken. When it
 * fails it can tell what it would have liked to see, in the words of the library that Nix reads TOML with.
 */

import { showByte } from "./show-byte.ts";

export interface Scanner {
  /** The end of what is recognised at an offset; -1 if nothing is. */
  readonly scan: (text: string, at: number) => number;
  /** What is missing where it fails. The cursor moves to that place. */
  readonly expected: (text: string, cursor: Cursor) => string;
}

export interface Cursor {
  at: number;
}

export const FAILED = -1;

export function byte(value: string): Scanner {
  const code = value.charCodeAt(0);
  return {
    scan: (text, at) => (text.charCodeAt(at) === code ? at + 1 : FAILED),
    expected: () => showByte(value),
  };
}

export function oneOf(values: string): Scanner {
  const shown = list([...values].map(showByte));
  return {
    scan: (text, at) => (at < text.length && values.includes(text[at]!) ? at + 1 : FAILED),
    expected: () => shown,
  };
}

export function range(from: number, to: number): Scanner {
  return {
    scan: (text, at) => {
      const code = text.charCodeAt(at);
      return code >= from && code <= to ? at + 1 : FAILED;
    },
    expected: () => `from \`${showByte(String.fromCharCode(from))}\` to \`${showByte(String.fromCharCode(to))}\``,
  };
}

export function literal(value: string): Scanner {
  return {
    scan: (text, at) => (text.startsWith(value, at) ? at + value.length : FAILED),
    expected: () => value,
  };
}

export function sequence(...parts: readonly Scanner[]): Scanner {
  return {
    scan: (text, at) => {
      let end = at;
      for (let index = 0; index < parts.length && end !== FAILED; index++) end = parts[index]!.scan(text, end);
      return end;
    },
    expected: (text, cursor) => {
      for (const part of parts) {
        const end = part.scan(text, cursor.at);
        if (end === FAILED) return part.expected(text, cursor);
        cursor.at = end;
      }
      return "";
    },
  };
}

/** The first that recognises something. */
export function either(...choices: readonly Scanner[]): Scanner {
  return {
    scan: (text, at) => {
      for (let index = 0; index < choices.length; index++) {
        const end = choices[index]!.scan(text, at);
        if (end !== FAILED) return end;
      }
      return FAILED;
    },
    // Each choice is asked where the one before has moved the cursor to.
    expected: (text, cursor) => list(choices.map((choice) => choice.expected(text, cursor))),
  };
}

export function exactly(times: number, part: Scanner): Scanner {
  return sequence(...Array.from({ length: times }, () => part));
}

/**
 * As often as possible. A byte that the part recognises when it stands alone must not be the start of anything longer:
 * such bytes are passed over by a table.
 */
export function atLeast(times: number, part: Scanner): Scanner {
  const required = exactly(times, part);
  let single: Uint8Array | undefined;
  return {
    scan: (text, at) => {
      let end = required.scan(text, at);
      if (end === FAILED) return FAILED;
      single ??= singleBytes(part);
      for (;;) {
        while (single[text.charCodeAt(end)] === 1) end++;
        const next = end < text.length ? part.scan(text, end) : FAILED;
        if (next === FAILED) return end;
        end = next;
      }
    },
    expected: required.expected,
  };
}

function singleBytes(part: Scanner): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => (part.scan(String.fromCharCode(code), 0) === 1 ? 1 : 0));
}

export function maybe(part: Scanner): Scanner {
  return {
    scan: (text, at) => {
      const end = part.scan(text, at);
      return end === FAILED ? at : end;
    },
    expected: () => "",
  };
}

/** A scanner whose wishes have a name. */
export function named(name: string, part: Scanner): Scanner {
  return { scan: part.scan, expected: () => name };
}

/** `a`, `a or b`, `a, b, or c` */
function list(choices: readonly string[]): string {
  if (choices.length < 3) return choices.join(" or ");
  return `${choices.slice(0, -1).join(", ")}, or ${choices.at(-1)}`;
}
