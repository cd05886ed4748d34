/** A growing text of one byte a character: what is appended leaves nothing behind that has to be collected. */

export class TextBytes {
  #bytes = Buffer.allocUnsafe(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(text: string): void {
    const { length } = text;
    if (this.#length + length > this.#bytes.length) this.#grow(length);
    if (length > SHORT) this.#bytes.write(text, this.#length, "latin1");
    else for (let at = 0; at < length; at++) this.#bytes[this.#length + at] = text.charCodeAt(at);
    this.#length += length;
  }

  appendByte(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = byte;
  }

  /** The text from a position on, which is taken away. */
  take(start: number): string {
    const text = this.#bytes.toString("latin1", start, this.#length);
    this.#length = start;
    return text;
  }

  #grow(more: number): void {
    const needed = this.#length + more;
    // the same error as V8 has for texts that are put together
    if (needed > LONGEST) throw new RangeError("Invalid string length");
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** Copying byte by byte is faster up to here. */
const SHORT = 32;
const LONGEST = 2 ** 29 - 24;
