/**
 * Names as small numbers. Equal bytes get equal numbers, in any file, so that comparing, sorting out duplicates and
 * looking up variables is arithmetic; a JavaScript string is made once per different name.
 */

import { enlarged, enlargedBytes } from "./enlarged.ts";
import { latin1 } from "./tree.ts";

export type Symbol = number;

export class SymbolTable {
  readonly #names: string[] = [];
  readonly #hashes: number[] = [];
  /** The bytes of all names, one behind the other, and where each begins: quicker to compare with than strings are. */
  #bytes = new Uint8Array(1 << 16);
  #starts = new Int32Array(1 << 12);
  /** By symbol, for those that were asked for; 0 for all others. */
  #beginnings = new Float64Array(1 << 12);
  /** Open addressing: symbol + 1, or 0 for a free place. Its length is a power of two, at most half full. */
  #places = new Int32Array(1 << 16);

  get size(): number {
    return this.#names.length;
  }

  /** The name of a symbol, one character a byte. */
  name(symbol: Symbol): string {
    return this.#names[symbol]!;
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
    const mask = this.#places.length - 1;
    for (let place = scatter(hash) & mask; ; place = (place + 1) & mask) {
      const symbol = this.#places[place]! - 1;
      if (symbol < 0) break;
      if (this.#hashes[symbol] === hash && this.#isSame(symbol, source, start, end)) return symbol;
    }
    return this.#add(latin1(source, start, end), hash);
  }

  /** The symbol of a name given as a string of bytes. */
  ofName(name: string): Symbol {
    let hash = name.length;
    for (let at = 0; at < name.length; at++) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
    const mask = this.#places.length - 1;
    for (let place = scatter(hash) & mask; ; place = (place + 1) & mask) {
      const symbol = this.#places[place]! - 1;
      if (symbol < 0) return this.#add(name, hash);
      if (this.#hashes[symbol] === hash && this.#names[symbol] === name) return symbol;
    }
  }

  /** The symbol of a part of a text of bytes, of which the hash is known. */
  ofPart(text: string, start: number, end: number, hash: number): Symbol {
    const mask = this.#places.length - 1;
    for (let place = scatter(hash) & mask; ; place = (place + 1) & mask) {
      const symbol = this.#places[place]! - 1;
      if (symbol < 0) return this.#add(text.slice(start, end), hash);
      if (this.#hashes[symbol] === hash && isPart(this.#names[symbol]!, text, start, end)) return symbol;
    }
  }

  #isSame(symbol: Symbol, source: Uint8Array, start: number, end: number): boolean {
    const bytes = this.#bytes;
    const own = this.#starts[symbol]!;
    if (this.#starts[symbol + 1]! - own !== end - start) return false;
    for (let at = start; at < end; at++) if (bytes[own + at - start] !== source[at]) return false;
    return true;
  }

  #add(name: string, hash: number): Symbol {
    const symbol = this.#names.length;
    this.#keepBytes(symbol, name);
    this.#names.push(name);
    this.#hashes.push(hash);
    if (symbol * 2 > this.#places.length) this.#grow();
    else this.#place(symbol);
    return symbol;
  }

  #keepBytes(symbol: Symbol, name: string): void {
    const start = this.#starts[symbol]!;
    if (symbol + 2 > this.#starts.length) {
      this.#starts = enlarged(this.#starts);
    }
    if (start + name.length > this.#bytes.length) {
      this.#bytes = enlargedBytes(this.#bytes, start + name.length);
    }
    for (let at = 0; at < name.length; at++) this.#bytes[start + at] = name.charCodeAt(at);
    this.#starts[symbol + 1] = start + name.length;
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2);
    for (let symbol = 0; symbol < this.#names.length; symbol++) this.#place(symbol);
  }

  #place(symbol: Symbol): void {
    const mask = this.#places.length - 1;
    let place = scatter(this.#hashes[symbol]!) & mask;
    while (this.#places[place] !== 0) place = (place + 1) & mask;
    this.#places[place] = symbol + 1;
  }
}

/** Spreads a hash over its lower bits, of which the table uses only some. */
function scatter(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isPart(name: string, text: string, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let at = start; at < end; at++) if (name.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}
