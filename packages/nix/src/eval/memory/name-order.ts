/**
 * The names of a set in the order of their bytes, in which Nix shows them. Nearly all differ within their first few bytes,
 * which are kept as one number for each symbol, so that hardly any names have to be compared themselves.
 */

import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";

/** As many as fit into a number beside the place of the name, if there are not very many names. */
const BYTES = 4;
const VERY_MANY = 2 ** 21;
/** Up to so many, a name is put in its place one after the other. */
const FEW = 10;

/** By symbol: its first bytes as a number; 0 if nobody has asked. */
let beginnings = new Float64Array(4096);

/** The places of ascending symbols in the order of their names. */
export function placesByName(symbols: Int32Array, table: SymbolTable): Int32Array {
  const places = new Int32Array(symbols.length);
  if (symbols.length <= FEW) putFew(places, symbols, table);
  else if (symbols.length <= VERY_MANY) putMany(places, symbols, table);
  else {
    for (let index = 0; index < places.length; index++) places[index] = index;
    sortByNames(places, symbols, table);
  }
  return places;
}

function putFew(places: Int32Array, symbols: Int32Array, table: SymbolTable): void {
  for (let index = 0; index < symbols.length; index++) {
    const symbol = symbols[index]!;
    let place = index;
    for (; place > 0 && isBefore(symbol, symbols[places[place - 1]!]!, table); place--)
      places[place] = places[place - 1]!;
    places[place] = index;
  }
}

function putMany(places: Int32Array, symbols: Int32Array, table: SymbolTable): void {
  const count = symbols.length;
  const room = 2 ** Math.ceil(Math.log2(count));
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index++) keys[index] = beginningOf(symbols[index]!, table) * room + index;
  keys.sort();
  for (let first = 0, end = 0; first < count; first = end) {
    const beginning = Math.floor(keys[first]! / room);
    for (end = first; end < count && Math.floor(keys[end]! / room) === beginning; end++)
      places[end] = keys[end]! % room;
    if (end > first + 1) sortByNames(places.subarray(first, end), symbols, table);
  }
}

function sortByNames(places: Int32Array, symbols: Int32Array, table: SymbolTable): void {
  places.sort((a, b) => (table.name(symbols[a]!) < table.name(symbols[b]!) ? -1 : 1));
}

function isBefore(a: Symbol, b: Symbol, table: SymbolTable): boolean {
  const difference = beginningOf(a, table) - beginningOf(b, table);
  return difference === 0 ? table.name(a) < table.name(b) : difference < 0;
}

function beginningOf(symbol: Symbol, table: SymbolTable): number {
  if (symbol >= beginnings.length) {
    const larger = new Float64Array(Math.max(symbol + 1, beginnings.length * 2));
    larger.set(beginnings);
    beginnings = larger;
  }
  const known = beginnings[symbol]!;
  if (known !== 0) return known;
  const name = table.name(symbol);
  let beginning = 0;
  for (let at = 0; at < BYTES; at++) beginning = beginning * 256 + (at < name.length ? name.charCodeAt(at) : 0);
  return (beginnings[symbol] = beginning);
}
