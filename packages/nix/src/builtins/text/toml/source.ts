/** Texts that are read, and stretches of them. */

/** A text with the name that errors call it by. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

/** What a value was read from, or where something is wrong. */
export interface Region {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** An offset in the line that counts as the last one. */
  readonly inLastLine: number;
}

export function region(source: Source, start: number, end: number): Region {
  return { source, start, end, inLastLine: end };
}

/** The byte at an offset. At the end of the text it is the last one, and reaches into the line that never comes. */
export function byteRegion(source: Source, at: number): Region {
  const { length } = source.text;
  if (at < length) return { source, start: at, end: at + 1, inLastLine: at };
  return region(source, Math.max(0, length - 1), length);
}

export function lineNumber(source: Source, at: number): number {
  let line = 1;
  for (let next = source.text.indexOf("\n"); next !== -1 && next < at; next = source.text.indexOf("\n", next + 1))
    line++;
  return line;
}
