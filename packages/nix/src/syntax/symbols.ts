/**
 * Names as small numbers. Equal bytes get equal numbers, in any file, so that comparing, sorting out duplicates and
 * looking up variables is arithmetic; a JavaScript string is made at most once per different name.
 */

import { enlarged, enlargedBytes } from "./enlarged.ts";
import { latin1 } from "./tree.ts";

export type Symbol = number;

export class SymbolTable {
  /** Those that were asked for as strings: many never are. */
  readonly #names: (string | undefined)[] = [];
  /** The bytes of all names, one behind the other, and where each begins. */
  #bytes = new Uint8Array(1 << 16);
  #starts = new Int32Array(1 << 12);
  /** By symbol, for those that were asked for; 0 for all others. */
  #beginnings = new Float64Array(1 << 12);
  /**
   * Open addressing: pairs of symbol + 1, or 0 for a free place, and the hash of the name. How many there are is a power of
   * two, and at most half of them are taken.
   */
  #places = new Int32Array(1 << 17);

  get size(): number {
    return this.#names.length;
  }

  /** The name of a symbol, one character a byte. */
  name(symbol: Symbol): string {
    return (this.#names[symbol] ??= latin1(this.#bytes, this.#starts[symbol]!, this.#starts[symbol + 1]!));
  }

  nameLength(symbol: Symbol): number {
    return this.#starts[symbol + 1]! - this.#starts[symbol]!;
  }

  /** Writes the bytes of a name to a place. Returns where they end. */
  writeName(symbol: Symbol, into: Uint8Array, place: number): number {
    const bytes = this.#bytes;
    let at = place;
    for (let from = this.#starts[symbol]!, end = this.#starts[symbol + 1]!; from < end; from++)
      into[at++] = bytes[from]!;
    return at;
  }

  /** The first four bytes of a name as a number, by which most names are put in order. */
  beginning(symbol: Symbol): number {
    if (symbol >= this.#beginnings.length) {
      const larger = new Float64Array(Math.max(symbol + 1, this.#beginnings.length * 2));
      larger.set(this.#beginnings);
      this.#beginnings = larger;
    }
    const known = this.#beginnings[symbol]!;
    if (known !== 0) return known;
    const start = this.#starts[symbol]!;
    const end = this.#starts[symbol + 1]!;
    let beginning = 0;
    for (let at = start; at < start + 4; at++) beginning = beginning * 256 + (at < end ? this.#bytes[at]! : 0);
    return (this.#beginnings[symbol] = beginning);
  }

  /** The symbol of some bytes of a source. */
  ofBytes(source: Uint8Array, start: number, end: number): Symbol {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + source[at]!) | 0;
    return this.ofHashed(source, start, end, hash);
  }

  /** The symbol of some bytes of which the hash is known. */
  ofHashed(source: Uint8Array, start: number, end: number, hash: number): Symbol {
    const places = this.#places;
    const mask = places.length - 2;
    for (let place = scatter(hash) & mask; ; place = (place + 2) & mask) {
      const symbol = places[place]! - 1;
      if (symbol < 0) break;
      if (places[place + 1] === hash && this.#isSame(symbol, source, start, end)) return symbol;
    }
    const symbol = this.#reserve(hash, end - start);
    const bytes = this.#bytes;
    for (let at = start, to = this.#starts[symbol]!; at < end; at++) bytes[to++] = source[at]!;
    return symbol;
  }

  /** The symbol of a name given as a string of bytes. */
  ofName(name: string): Symbol {
    let hash = name.length;
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
    return this.ofPart(name, 0, name.length, hash);
  }

  /** The symbol of a part of a text of bytes, of which the hash is known. */
  ofPart(text: string, start: number, end: number, hash: number): Symbol {
    const places = this.#places;
    const mask = places.length - 2;
    for (let place = scatter(hash) & mask; ; place = (place + 2) & mask) {
      const symbol = places[place]! - 1;
      if (symbol < 0) break;
      if (places[place + 1] === hash && this.#isPart(symbol, text, start, end)) return symbol;
    }
    const symbol = this.#reserve(hash, end - start);
    const bytes = this.#bytes;
    for (let at = start, to = this.#starts[symbol]!; at < end; at++) bytes[to++] = text.charCodeAt(at);
    return symbol;
  }

  #isSame(symbol: Symbol, source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    const own = this.#starts[symbol]!;
    if (this.#starts[symbol + 1]! - own !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[own + at - start] !== source[at]) return false;
    return true;
  }

  #isPart(symbol: Symbol, text: string, start: number, end: number): boolean {
    const bytes = this.#bytes;
    const own = this.#starts[symbol]!;
    if (this.#starts[symbol + 1]! - own !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[own + at - start] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** A new symbol, and room for the bytes of its name. */
  #reserve(hash: number, length: number): Symbol {
    const symbol = this.#names.length;
    if (symbol + 2 > this.#starts.length) this.#starts = enlarged(this.#starts);
    const end = this.#starts[symbol]! + length;
    if (end > this.#bytes.length) this.#bytes = enlargedBytes(this.#bytes, end);
    this.#starts[symbol + 1] = end;
    this.#names.push(undefined);
    if (symbol * 4 > this.#places.length) this.#grow();
    this.#place(symbol, hash);
    return symbol;
  }

  #grow(): void {
    const old = this.#places;
    this.#places = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 2) if (old[at] !== 0) this.#place(old[at]! - 1, old[at + 1]!);
  }

  #place(symbol: Symbol, hash: number): void {
    const places = this.#places;
    const mask = places.length - 2;
    let place = scatter(hash) & mask;
    while (places[place] !== 0) place = (place + 2) & mask;
    places[place] = symbol + 1;
    places[place + 1] = hash;
  }
}

/** Spreads a hash over its lower bits, of which the table uses only some, and not the last. */
function scatter(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}
