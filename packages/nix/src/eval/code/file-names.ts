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
/** Of the first of those symbols: 1 if it is a name that Nix itself provides, and twice its number plus one if it is implied. */
let kinds = new Uint8Array(0);
let impliedSymbols: readonly Symbol[] = [];
/** The symbols of the names, and for those who ask, the numbers by the symbols. */
let met = new Int32Array(1024);
let count = 0;
let numbers: Map<Symbol, number> | undefined;

/** Meets the names of a file. Its tree is one without mistakes and lies in the memory. Returns how many there are. */
export function meetNames(file: Tree, table: SymbolTable): number {
  tree = file;
  numbers = undefined;
  meetAll();
  count = heap[NAME_COUNT]!;
  if (count > met.length) met = enlarged(met, count);
  const words = heap;
  const bytes = heapBytes;
  for (let number = 0, name = words[NAMES]!; number < count; number++, name += 3) {
    met[number] = table.ofHashed(bytes, words[name]!, words[name + 1]!, words[name + 2]!);
  }
  // not before: a file may meet one of Nix's names first
  if (symbols !== table) useSymbols(table);
  return count;
}

function useSymbols(table: SymbolTable): void {
  symbols = table;
  const globals = globalNames.map((name) => table.ofName(name));
  impliedSymbols = impliedNames.map((name) => table.ofName(name));
  kinds = new Uint8Array(Math.max(...globals, ...impliedSymbols) + 1);
  for (const each of globals) kinds[each] = 1;
  impliedSymbols.forEach((each, which) => (kinds[each]! |= (which + 1) << 1));
}

/** What is special about a symbol. To ask an array for what it does not have is slow. */
function kindOf(symbol: Symbol): number {
  return symbol < kinds.length ? kinds[symbol]! : 0;
}

/** Writes the bytes of a name that is a string as the file means it. Returns how many there are, or -1 if it is computed. */
export function writeLiteral(name: Ref, place: number): number {
  const expression = tree.kind(name) === Node.Interpolation ? tree.child(name, 0) : name;
  const literal = literalString(tree, expression);
  if (literal === undefined) return -1;
  for (let at = 0; at < literal.length; at++) heapBytes[place + at] = literal.charCodeAt(at);
  return literal.length;
}

/** The number of a symbol in this file, which may be a new one. Hardly any file asks. */
export function numberOf(symbol: Symbol): number {
  numbers ??= new Map(Array.from(met.subarray(0, count), (each, number) => [each, number]));
  const known = numbers.get(symbol);
  if (known !== undefined) return known;
  if (count === met.length) met = enlarged(met);
  met[count] = symbol;
  numbers.set(symbol, count);
  noteImplied(kindOf(symbol), count);
  return count++;
}

/** The symbols of all names by now; good until the next file. */
export function namesOfFile(): Int32Array {
  return met.subarray(0, count);
}

/** Writes what names mean that nothing has bound yet, and which of them are implied. */
export function beginMeanings(outerCount: number): void {
  const words = heap;
  const innermost = words[INNERMOST]!;
  words.fill(NO_VARIABLE, innermost + count, innermost + count + outerCount + MOST_MORE);
  words.fill(-1, IMPLIED, IMPLIED + impliedNames.length);
  for (let number = 0; number < count; number++) {
    const kind = kindOf(met[number]!);
    words[innermost + number] = meaningOf(kind);
    noteImplied(kind, number);
  }
}

function noteImplied(kind: number, number: number): void {
  if (kind > 1) heap[IMPLIED + (kind >> 1) - 1] = number;
}

function meaningOf(kind: number): number {
  return (kind & 1) === 1 ? GLOBAL : NO_VARIABLE;
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
  return meetMore(impliedSymbols[which]!);
}

function meetMore(symbol: Symbol): number {
  const before = count;
  const number = numberOf(symbol);
  if (number === before) heap[heap[INNERMOST]! + number] = meaningOf(kindOf(symbol));
  return number;
}
