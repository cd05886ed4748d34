/** The names of the file that is compiled: by numbers of its own, in the order in which Nix's parser meets them (`core/names.ts`). */

import { enlarged } from "../../syntax/enlarged.ts";
import { heap, heapBytes } from "../../syntax/memory.ts";
import { literalString } from "../../syntax/strings.ts";
import * as Node from "../../syntax/node.ts";
import { globalNames } from "../../syntax/scope/global-names.ts";
import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";
import type { Ref, Tree } from "../../syntax/tree.ts";
import { meetAll } from "./core/names.ts";
import { GLOBAL, NO_VARIABLE } from "./core/scopes.ts";
import { IMPLIED, INNERMOST, KNOWN, NAME_COUNT, NAMES } from "./core/state.ts";

/** The names that the grammar implies, in the order of their numbers in `core/state.ts`. */
const impliedNames = [
  "__curPos",
  "__sub",
  "__mul",
  "__div",
  "__lessThan",
  "__nixPath",
  "__findFile",
  "body",
  "__overrides",
];

/** How many names may come to those of a file while it is compiled: those above, and the keyword that may be a name. */
export const MOST_MORE = impliedNames.length + 1;

let tree: Tree;
let symbols: SymbolTable | undefined;
/** Of those symbols: which are names that Nix itself provides, and which are implied. */
let isGlobal = new Uint8Array(0);
let impliedSymbols: readonly Symbol[] = [];
/** The symbols of the names. */
let met = new Int32Array(1024);
let count = 0;
/** By symbol: in which file it was met last, and its number there. */
let metIn = new Int32Array(4096);
let numbers = new Int32Array(4096);
let files = 0;

/** Meets the names of a file. Its tree is one without mistakes and lies in the memory. Returns how many there are. */
export function meetNames(file: Tree, table: SymbolTable): number {
  tree = file;
  files++;
  meetAll();
  count = heap[NAME_COUNT]!;
  if (count > met.length) met = enlarged(met, count);
  for (let number = 0, name = heap[NAMES]!; number < count; number++, name += 3) {
    const symbol = table.ofHashed(heapBytes, heap[name]!, heap[name + 1]!, heap[name + 2]!);
    met[number] = symbol;
    note(symbol, number);
  }
  // not before: a file may meet one of Nix's names first
  if (symbols !== table) useSymbols(table);
  return count;
}

function useSymbols(table: SymbolTable): void {
  symbols = table;
  const globals = globalNames.map((name) => table.ofName(name));
  isGlobal = new Uint8Array(Math.max(...globals) + 1);
  for (const each of globals) isGlobal[each] = 1;
  impliedSymbols = impliedNames.map((name) => table.ofName(name));
}

/** Writes the bytes of a name that is a string as the file means it. Returns how many there are, or -1 if it is computed. */
export function writeLiteral(name: Ref, place: number): number {
  const expression = tree.kind(name) === Node.Interpolation ? tree.child(name, 0) : name;
  const literal = literalString(tree, expression);
  if (literal === undefined) return -1;
  for (let at = 0; at < literal.length; at++) heapBytes[place + at] = literal.charCodeAt(at);
  return literal.length;
}

function note(symbol: Symbol, number: number): void {
  if (symbol >= metIn.length) {
    metIn = enlarged(metIn, symbol + 1);
    numbers = enlarged(numbers, symbol + 1);
  }
  metIn[symbol] = files;
  numbers[symbol] = number;
}

/** The number of a symbol in this file, which may be a new one. */
export function numberOf(symbol: Symbol): number {
  if (metIn[symbol] === files) return numbers[symbol]!;
  if (count === met.length) met = enlarged(met);
  met[count] = symbol;
  note(symbol, count);
  return count++;
}

/** The symbols of all names by now; good until the next file. */
export function namesOfFile(): Int32Array {
  return met.subarray(0, count);
}

/** Writes what names mean that nothing has bound yet, and which of them are implied. */
export function beginMeanings(outerCount: number): void {
  const innermost = heap[INNERMOST]!;
  for (let number = 0; number < count; number++) heap[innermost + number] = meaningOf(met[number]!);
  heap.fill(NO_VARIABLE, innermost + count, innermost + count + outerCount + MOST_MORE);
  for (let which = 0; which < impliedSymbols.length; which++) {
    const symbol = impliedSymbols[which]!;
    heap[IMPLIED + which] = metIn[symbol] === files ? numbers[symbol]! : -1;
  }
}

function meaningOf(symbol: Symbol): number {
  return isGlobal[symbol] === 1 ? GLOBAL : NO_VARIABLE;
}

// ---- what the compiler asks for

/** A token that is a name here and a keyword elsewhere. */
export function meetToken(token: number): number {
  const { source, tokenStarts, tokenEnds } = tree;
  const number = meetMore(symbols!.ofBytes(source, tokenStarts[token]!, tokenEnds[token]!));
  heap[heap[KNOWN]! + token] = number + 1;
  return number;
}

/** A name that the grammar implies and the file does not have. */
export function meetImplied(which: number): number {
  return (heap[IMPLIED + which] = meetMore(impliedSymbols[which]!));
}

function meetMore(symbol: Symbol): number {
  const before = count;
  const number = numberOf(symbol);
  if (number === before) heap[heap[INNERMOST]! + number] = meaningOf(symbol);
  return number;
}
