/** The growing text that a layout writes. Going back is setting `length`. */

export class Output {
  length = 0;
  #written: Uint8Array = new Uint8Array(1 << 14);
  #source: Uint8Array = new Uint8Array(0);

  /** Starts over, with the bytes that slices are taken from. */
  start(source: Uint8Array): void {
    this.length = 0;
    this.#source = source;
    if (this.#written.length > KEPT_BYTES) this.#written = new Uint8Array(1 << 14);
  }

  slice(start: number, end: number): void {
    const length = this.length;
    const size = end - start;
    if (length + size > this.#written.length) this.#grow(size);
    const written = this.#written;
    const source = this.#source;
    // most texts are short: below this length a loop is faster than the call into the runtime
    if (size < 48) for (let index = 0; index < size; index++) written[length + index] = source[start + index]!;
    else written.set(source.subarray(start, end), length);
    this.length = length + size;
  }

  blanks(count: number): void {
    if (this.length + count > this.#written.length) this.#grow(count);
    const written = this.#written;
    const end = this.length + count;
    for (let at = this.length; at < end; at++) written[at] = 32;
    this.length = end;
  }

  character(code: number): void {
    if (this.length === this.#written.length) this.#grow(1);
    this.#written[this.length++] = code;
  }

  /**
   * A copy of what was written, without blanks at its start; at its end exactly one line break, unless the end is to
   * stay as it is.
   */
  finish(keepEnd: boolean): Uint8Array {
    let start = 0;
    while (start < this.length && isBlank(this.#written[start]!)) start++;
    if (!keepEnd) {
      while (this.length > start && isBlank(this.#written[this.length - 1]!)) this.length--;
      this.character(10);
    }
    return this.#written.slice(start, this.length);
  }

  #grow(size: number): void {
    const larger = new Uint8Array(Math.max(this.#written.length * 2, this.length + size));
    larger.set(this.#written);
    this.#written = larger;
  }
}

const KEPT_BYTES = 1 << 22;

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
