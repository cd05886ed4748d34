/**
 * Strings of the evaluator: bytes, one to a character of a JavaScript string, and a context. The table only grows; a
 * handle of a string is its index. Paths have a table of their own.
 *
 * A context says which store paths a string refers to. Most strings have none (context 0); equal contexts have equal
 * numbers, so that joining the contexts of two strings is a look-up.
 */

import { enlarged } from "../../syntax/enlarged.ts";
import type { Symbol } from "../../syntax/symbols.ts";
import { SymbolTable } from "../../syntax/symbols.ts";
import { type ContextId, NO_CONTEXT } from "./contexts.ts";
import { firstSymbols } from "./first-symbols.ts";
import { allocateCode, type Handle, heap, PATH, STRING, SYMBOL_ROOM, SYMBOL_STRINGS } from "./heap.ts";
import { lookAt } from "./volatile.ts";

export {
  type ContextElement,
  contextElements,
  contextFrom,
  type ContextId,
  contextOfOne,
  type ContextPart,
  joinAll,
  joinContexts,
  NO_CONTEXT,
  partsOfAll,
} from "./contexts.ts";

/** The names of all files under evaluation. */
export const symbols = new SymbolTable();
for (const name of firstSymbols) symbols.ofName(name);

/** The texts, in chunks, because an array that has to grow copies all that it holds. */
const CHUNK_BITS = 12;
const CHUNK_SIZE = 2 ** CHUNK_BITS;
const chunks: string[][] = [newChunk()];
let textCount = 0;
/** The contexts of strings, as far as one that has any: it may end before the strings do. */
let contextIds = new Int32Array(1 << 12);
const paths: string[] = [];

/**
 * The strings and paths of code and the names of symbols, which outlive an evaluation. Their handles begin here.
 */
const LASTING = 2 ** 28;
const lastingTexts: string[] = [];
/** Strings that were used as names lately, each in the place that its index gives it, and their symbols. */
const NAMES_KEPT = 2 ** 12;
const namesKept = new Int32Array(NAMES_KEPT).fill(-1);
const symbolsKept = new Int32Array(NAMES_KEPT);
/** The same for those that last, for each; plus one. */
let symbolsOfLasting = new Int32Array(1 << 14);
const lastingPaths: string[] = [];

/** For how many symbols there is room at first. */
const FIRST_ROOM = 2 ** 14;

export function string(text: string, context: ContextId = NO_CONTEXT): Handle {
  const index = textCount++;
  if (index >>> CHUNK_BITS === chunks.length) chunks.push(newChunk());
  chunks[index >>> CHUNK_BITS]![index & (CHUNK_SIZE - 1)] = text;
  if (context !== NO_CONTEXT) keepContext(index, context);
  return (index << 3) | STRING;
}

function newChunk(): string[] {
  // oxlint-disable-next-line unicorn/no-new-array -- room for all of it at once
  return new Array<string>(CHUNK_SIZE);
}

function keepContext(index: number, context: ContextId): void {
  while (index >= contextIds.length) contextIds = enlarged(contextIds);
  contextIds[index] = context;
}

/** A string without a context that belongs to code. */
export function codeString(text: string): Handle {
  lastingTexts.push(text);
  if (lastingTexts.length > symbolsOfLasting.length) symbolsOfLasting = enlarged(symbolsOfLasting);
  return ((LASTING + lastingTexts.length - 1) << 3) | STRING;
}

export function textOf(handle: Handle): string {
  const index = handle >>> 3;
  return index < LASTING ? chunks[index >>> CHUNK_BITS]![index & (CHUNK_SIZE - 1)]! : lastingTexts[index - LASTING]!;
}

export function contextOf(handle: Handle): ContextId {
  const index = handle >>> 3;
  return index < contextIds.length ? contextIds[index]! : NO_CONTEXT;
}

/** The symbol whose name a string is. */
export function symbolOfString(handle: Handle): Symbol {
  const index = handle >>> 3;
  if (index >= LASTING) {
    const known = symbolsOfLasting[index - LASTING]!;
    if (known !== 0) return known - 1;
    const symbol = symbolOfText(lastingTexts[index - LASTING]!);
    symbolsOfLasting[index - LASTING] = symbol + 1;
    return symbol;
  }
  const place = index & (NAMES_KEPT - 1);
  if (namesKept[place] === index) return symbolsKept[place]!;
  const symbol = symbolOfText(textOf(handle));
  namesKept[place] = index;
  symbolsKept[place] = symbol;
  return symbol;
}

function symbolOfText(text: string): Symbol {
  lookAt(text); // names have an order
  return symbols.ofName(text);
}

/** The name of a symbol as a string value; one for all uses. */
export function symbolString(symbol: Symbol): Handle {
  while (symbol >= heap[SYMBOL_ROOM]!) enlargeSymbolStrings();
  const place = heap[SYMBOL_STRINGS]! + symbol;
  const known = heap[place]!;
  return known === 0 ? (heap[place] = codeString(symbols.name(symbol))) : known;
}

/** They lie with the code, where nothing is given back. */
function enlargeSymbolStrings(): void {
  const room = heap[SYMBOL_ROOM]!;
  const larger = Math.max(FIRST_ROOM, room * 2);
  const strings = allocateCode(larger);
  heap.copyWithin(strings, heap[SYMBOL_STRINGS]!, heap[SYMBOL_STRINGS]! + room);
  heap.fill(0, strings + room, strings + larger);
  heap[SYMBOL_STRINGS] = strings;
  heap[SYMBOL_ROOM] = larger;
}

export function path(absolute: string): Handle {
  const index = paths.length;
  paths.push(absolute);
  return (index << 3) | PATH;
}

/** A path that belongs to code. */
export function codePath(absolute: string): Handle {
  lastingPaths.push(absolute);
  return ((LASTING + lastingPaths.length - 1) << 3) | PATH;
}

export function pathOf(handle: Handle): string {
  const index = handle >>> 3;
  return index < LASTING ? paths[index]! : lastingPaths[index - LASTING]!;
}

// ---- undoing

export interface StringsMark {
  readonly texts: number;
  readonly paths: number;
}

export function markStrings(): StringsMark {
  return { texts: textCount, paths: paths.length };
}

/** Forgets the strings made since; contexts, symbols and what belongs to code are few and stay. */
export function undoStrings(mark: StringsMark): void {
  contextIds.fill(NO_CONTEXT, mark.texts, textCount);
  namesKept.fill(-1);
  textCount = mark.texts;
  chunks.length = Math.max(1, Math.ceil(textCount / CHUNK_SIZE));
  chunks.at(-1)!.fill("", textCount - (chunks.length - 1) * CHUNK_SIZE);
  paths.length = mark.paths;
}
