/** Reads a stream of pieces by numbers of bytes. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);
  #isOver = false;

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  /** So many bytes, or as many as there are left. They stay to be read. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count && !this.#isOver) {
      const { value, done } = await this.#pieces.next();
      if (done === true) this.#isOver = true;
      else this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
    }
    return this.#held.subarray(0, count);
  }

  async read(count: number): Promise<Buffer> {
    const bytes = await this.peek(count);
    this.#held = this.#held.subarray(bytes.length);
    return bytes;
  }

  /** So many bytes in pieces, none of which is longer than what came at once. It throws `tooShort` if there are fewer. */
  async *take(count: number, tooShort: () => Error): AsyncIterable<Buffer> {
    for (let left = count; left > 0;) {
      if (this.#held.length === 0 && (await this.peek(1)).length === 0) throw tooShort();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  /** All that is left. Whoever has seen enough of it gives up the source. */
  async *rest(): AsyncIterable<Buffer> {
    const held = this.#held;
    this.#held = Buffer.alloc(0);
    try {
      if (held.length > 0) yield held;
      for (;;) {
        const { value, done } = await this.#pieces.next();
        if (done === true) return;
        yield value;
      }
    } finally {
      await this.end();
    }
  }

  /** Gives up the source, which nobody needs any more. */
  async end(): Promise<void> {
    await this.#pieces.return?.();
  }
}
