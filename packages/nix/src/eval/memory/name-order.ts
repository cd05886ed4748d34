/**
 * The names of a set in the order of their bytes, in which Nix shows them. Nearly all differ within their first few bytes,
 * which are kept as one number for each symbol, so that hardly any names have to be compared themselves.
 */

import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";

/** A beginning and a place fit into one number if there are not more names than this. */
const VERY_MANY = 2 ** 21;
/** Up to so many, a name is put in its place one after the other. */
const FEW = 10;

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
  for (let index = 0; index < count; index++) keys[index] = table.beginning(symbols[index]!) * room + index;
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
  const difference = table.beginning(a) - table.beginning(b);
  return difference === 0 ? table.name(a) < table.name(b) : difference < 0;
}
