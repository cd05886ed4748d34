/**
 * The names of the file that is compiled, by numbers of its own, in the order in which Nix's parser meets them. Nix holds
 * attributes in the order of their symbols, so which of several is evaluated first, by `==` or `deepSeq`, depends on
 * where names were first met.
 */

import { enlarged } from "../../syntax/enlarged.ts";
import { heap } from "../../syntax/memory.ts";
import { literalString } from "../../syntax/strings.ts";
import * as Node from "../../syntax/node.ts";
import type { Symbol, SymbolTable } from "../../syntax/symbols.ts";
import * as Token from "../../syntax/token.ts";
import type { Ref, Tree } from "../../syntax/tree.ts";
import { findLate } from "./core/late-names.ts";
import { GLOBAL, NO_VARIABLE } from "./core/scopes.ts";
import { IMPLIED, INNERMOST, KNOWN, LATE, LATE_COUNT } from "./core/state.ts";
import { isGlobalName } from "./global-symbols.ts";

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
let symbols: SymbolTable;
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
  symbols = table;
  count = 0;
  files++;
  findLate();
  const { source, tokenCount, tokenKinds, tokenStarts, tokenEnds } = tree;
  const known = heap.subarray(heap[KNOWN]!, heap[KNOWN]! + tokenCount);
  const late = heap.subarray(heap[LATE]!, heap[LATE]! + heap[LATE_COUNT]! * 2);
  let next = 0;
  for (let token = 0; token < tokenCount; token++) {
    while (next < late.length && late[next]! <= token) {
      meetLate(late[next + 1]!, known);
      next += 2;
    }
    if (tokenKinds[token] === Token.Identifier && known[token] === 0)
      known[token] = numberOf(table.ofBytes(source, tokenStarts[token]!, tokenEnds[token]!)) + 1;
  }
  return count;
}

function meetLate(name: Ref, known: Int32Array): void {
  if (name < 0) {
    known[~name] = numberOf(symbolOfToken(~name)) + 1;
    return;
  }
  const expression = tree.kind(name) === Node.Interpolation ? tree.child(name, 0) : name;
  const literal = literalString(tree, expression);
  if (literal !== undefined) known[tree.firstToken(name)] = numberOf(symbols.ofName(literal)) + 1;
}

function symbolOfToken(token: number): Symbol {
  return symbols.ofBytes(tree.source, tree.tokenStarts[token]!, tree.tokenEnds[token]!);
}

/** The number of a symbol in this file. */
export function numberOf(symbol: Symbol): number {
  if (symbol >= metIn.length) {
    metIn = enlarged(metIn, symbol + 1);
    numbers = enlarged(numbers, symbol + 1);
  }
  if (metIn[symbol] === files) return numbers[symbol]!;
  metIn[symbol] = files;
  if (count === met.length) met = enlarged(met);
  met[count] = symbol;
  return (numbers[symbol] = count++);
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
  impliedNames.forEach((name, which) => {
    const symbol = symbols.ofName(name);
    heap[IMPLIED + which] = metIn[symbol] === files ? numbers[symbol]! : -1;
  });
}

function meaningOf(symbol: Symbol): number {
  return isGlobalName(symbols, symbol) ? GLOBAL : NO_VARIABLE;
}

// ---- what the compiler asks for

/** A token that is a name here and a keyword elsewhere. */
export function meetToken(token: number): number {
  const number = meetMore(symbolOfToken(token));
  heap[heap[KNOWN]! + token] = number + 1;
  return number;
}

/** A name that the grammar implies and the file does not have. */
export function meetImplied(which: number): number {
  return (heap[IMPLIED + which] = meetMore(symbols.ofName(impliedNames[which]!)));
}

function meetMore(symbol: Symbol): number {
  const before = count;
  const number = numberOf(symbol);
  if (number === before) heap[heap[INNERMOST]! + number] = meaningOf(symbol);
  return number;
}
