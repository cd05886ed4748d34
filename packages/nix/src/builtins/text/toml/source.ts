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
}

/** The byte at an offset; at the end of the text, the last one. */
export function byteRegion(source: Source, at: number): Region {
  const start = Math.max(0, Math.min(at, source.text.length - 1));
  return { source, start, end: Math.min(start + 1, source.text.length) };
}

export function lineNumber(source: Source, at: number): number {
  let line = 1;
  for (let next = source.text.indexOf("\n"); next !== -1 && next < at; next = source.text.indexOf("\n", next + 1)) line++;
  return line;
}
