/** Lines and columns of a source, both counted from one; columns in bytes, as Nix counts them. */

export interface Position {
  readonly line: number;
  readonly column: number;
}

export class Positions {
  readonly #lineStarts: Int32Array;
  readonly #length: number;

  constructor(source: Uint8Array) {
    this.#length = source.length;
    this.#lineStarts = Int32Array.from(lineStarts(source));
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** The position of a byte offset; an offset past the end is the end. */
  at(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.#length) - starts[low]! + 1 };
  }

  /** The offset at which a line starts, and the one at which the next does. */
  lineRange(line: number): { start: number; end: number } {
    return { start: this.#lineStarts[line - 1] ?? this.#length, end: this.#lineStarts[line] ?? this.#length };
  }
}

/** A loop of its own, which V8 compiles while it runs: see "Warming up" in docs/engine.md. */
function lineStarts(source: Uint8Array): number[] {
  const starts: number[] = [0];
  for (let index = 0; index < source.length; index++) {
    const byte = source[index];
    // Nix ends a line at \n, at \r\n and at a \r alone
    if (byte === 10 || (byte === 13 && source[index + 1] !== 10)) starts.push(index + 1);
  }
  return starts;
}
