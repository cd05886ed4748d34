/**
 * Text as a terminal shows it: how wide it is, and what must not reach a terminal. A file that somebody else wrote can
 * hold escape sequences that move the cursor, and marks that turn the direction of writing so that code reads
 * differently from what it does. They are shown, never sent.
 */

/** A piece of a line that cannot be divided: what to print, how many columns it takes, and its bytes. */
export interface Cell {
  readonly text: string;
  readonly width: number;
  readonly start: number;
  readonly end: number;
}

const TAB_STOP = 4;
const REPLACEMENT = "\ufffd";

/** The bytes of a line as cells. Bytes that are no UTF-8 are a cell each; tabs reach to the next stop. */
export function cells(bytes: Uint8Array, start: number, end: number): Cell[] {
  const found: Cell[] = [];
  let column = 0;
  for (let at = start; at < end;) {
    const cell = cellAt(bytes, at, end, column);
    found.push(cell);
    column += cell.width;
    at = cell.end;
  }
  return found;
}

function cellAt(bytes: Uint8Array, start: number, limit: number, column: number): Cell {
  const lead = bytes[start]!;
  if (lead >= 0x20 && lead < 0x7f) return { text: String.fromCharCode(lead), width: 1, start, end: start + 1 };
  if (lead === 9) {
    const width = TAB_STOP - (column % TAB_STOP);
    return { text: " ".repeat(width), width, start, end: start + 1 };
  }
  const length = sequenceLength(bytes, start, limit);
  const end = start + Math.max(length, 1);
  const character = length === 0 ? REPLACEMENT : decode(bytes, start, end);
  return { text: printable(character), width: characterWidth(character), start, end };
}

/** Text without anything that a terminal would obey. Line breaks stay. */
export function printable(text: string): string {
  return text.replaceAll(unprintable, (character) => {
    const code = character.codePointAt(0)!;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? "\u2421" : REPLACEMENT;
  });
}

/** The same for what stands in a line, such as a name, and without what is no character. */
export function printableLine(text: string): string {
  return printable(text)
    .replaceAll("\n", "␊")
    .replaceAll(/[\ufffe\uffff]|\p{Surrogate}/gu, REPLACEMENT);
}

/** Without the sequences that colour a text; ours has its own colours, where it has any. */
export function withoutColours(text: string): string {
  return text.replace(colourSequence, "");
}

/** How many columns a text takes, colours not counted. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text.replaceAll(colourSequence, "")) width += characterWidth(character);
  return width;
}

/**
 * Breaks text at its blanks into lines of at most `width` columns. A word that is wider stays whole, so that a path
 * can be copied, and so does a command of ours in quotes.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of wordsOf(paragraph)) {
      if (line !== "" && textWidth(line) + 1 + textWidth(word) > width) {
        lines.push(line);
        line = word;
      } else {
        line = line === "" ? word : `${line} ${word}`;
      }
    }
    lines.push(line);
  }
  return lines;
}

/** Between blanks, but for those within a command such as `'nivose show luna'`. */
function wordsOf(paragraph: string): string[] {
  const words: string[] = [];
  let isWithin = false;
  for (const word of paragraph.split(" ")) {
    if (isWithin) words.push(`${words.pop()!} ${word}`);
    else words.push(word);
    if (word.startsWith("'nivose") || (isWithin && word.includes("'"))) isWithin = !word.slice(1).includes("'");
  }
  // without an end it is no command
  return isWithin ? paragraph.split(" ") : words;
}

// oxlint-disable-next-line no-control-regex -- to find control characters is its purpose
const unprintable =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
// oxlint-disable-next-line no-control-regex -- colours start with an escape
const colourSequence = /\u001b\[[0-9;]*m/gu;
const widthless = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;

function characterWidth(character: string): number {
  if (character.charCodeAt(0) < 0x300) return 1;
  if (widthless.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** How many bytes the UTF-8 character at `at` has; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xf0 && lead <= 0xf4 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
  if (length === 0 || at + length > end) return 0;
  for (let next = at + 1; next < at + length; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 0;
  // overlong forms and surrogates have the right shape and are no characters all the same
  return decode(bytes, at, at + length) === REPLACEMENT.repeat(length) ? 0 : length;
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start === 1) return String.fromCharCode(bytes[start]!);
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("utf8");
}
