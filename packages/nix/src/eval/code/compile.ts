/**
 * From the tree of a file to its code. What does the work (`core/`) is compiled to WebAssembly and reads the tree where the parser
 * has left it; here it gets its room, and the names their numbers.
 */

import { heap, heapBytes } from "../../syntax/memory.ts";
import { NODE_WORDS, NODES, SOURCE_LENGTH } from "../../syntax/layout.ts";
import type { SymbolTable } from "../../syntax/symbols.ts";
import type { Tree } from "../../syntax/tree.ts";
import { bindOuter, compileFile } from "./core/functions.ts";
import * as State from "./core/state.ts";
import { beginMeanings, meetNames, MOST_MORE, namesOfFile, numberOf } from "./file-names.ts";
import { roomForWords } from "./room.ts";
import type { Unit } from "./unit.ts";

export interface CompileOptions {
  /** Names that are around the file. */
  readonly outerNames?: readonly string[];
  /** Whether the ranges of records are written down as well. */
  readonly withRanges?: boolean;
}

/**
 * The code of a file, good until the next one is read; nothing if Nix would not accept it. What is wrong then is not worth
 * knowing here: `analyze` tells. The tree is the one that was parsed last, and without mistakes.
 */
export function compile(tree: Tree, symbols: SymbolTable, options: CompileOptions = {}): Unit | undefined {
  const entry = compileTree(tree, symbols, options);
  return heap[State.SOUND] === 1 ? unitOf(entry) : undefined;
}

/**
 * Which range of the file each record was made from: its address and the range, in ascending order of addresses. It is
 * found by compiling once more, because hardly anybody asks and it would be as large as the code.
 */
export function rangesOfCode(tree: Tree, symbols: SymbolTable, outerNames: readonly string[] = []): Int32Array {
  compileTree(tree, symbols, { outerNames, withRanges: true });
  return table(State.RANGES, State.RANGE_COUNT).slice();
}

function compileTree(tree: Tree, symbols: SymbolTable, options: CompileOptions): number {
  const { outerNames = [], withRanges = false } = options;
  const tokens = tree.tokenCount;
  const first = heap[NODES]! + heap[NODE_WORDS]!;
  makeTables(first, [
    [State.KNOWN, tokens],
    [State.LATE, tokens * 2],
    [State.NAMES, tokens * 3],
    [State.NAME_TABLE, tokens * 8 + 1024],
    [State.LITERALS, (heap[SOURCE_LENGTH]! >> 2) + 16],
  ]);
  heap[State.LITERALS]! *= 4;
  heap.fill(0, first, first + tokens);
  const names = meetNames(tree, symbols);
  makeTables(first + tokens, tableSizes(tokens, names + outerNames.length + MOST_MORE, outerNames.length, withRanges));
  heap[State.TEXTS]! *= 4;
  heap.fill(0, State.HIDDEN_COUNT, State.WITH_RANGES);
  heap[State.ARENA_USED] = 1; // 0 is no address
  heap[State.FUNCTION_NAME] = -1;
  heap[State.SOUND] = 1;
  heap[State.WITH_RANGES] = withRanges ? 1 : 0;
  beginMeanings(outerNames.length);
  outerNames.forEach((name, slot) => bindOuter(numberOf(symbols.ofName(name)), slot));
  return compileFile(tree.root);
}

/**
 * How large the tables can become at the most, in words: each entry comes from a token of its own, or from one of a few names.
 * The last two grow.
 */
function tableSizes(tokens: number, names: number, outer: number, withRanges: boolean): [number, number][] {
  const variables = tokens + outer + 16;
  return [
    [State.INNERMOST, names],
    [State.HIDDEN, variables * 2],
    [State.LEVELS, variables],
    [State.SLOTS, variables],
    [State.PENDING, tokens * 4 + 64],
    [State.WITHS, tokens + 16],
    [State.SYMBOL_WORDS, tokens * 3 + 64],
    [State.GLOBAL_WORDS, tokens * 3 + 64],
    [State.POSITION_WORDS, tokens + 16],
    [State.OFFSETS, tokens + 16],
    [State.TEXTS, (heap[SOURCE_LENGTH]! >> 2) + 16],
    [State.RANGES, withRanges ? tokens * 24 + 64 : 0],
    [State.ARENA, tokens * 4 + 256],
    [State.WORDS, tokens * 4 + 256],
  ];
}

function makeTables(first: number, sizes: readonly (readonly [number, number])[]): void {
  let at = first;
  for (const [state, size] of sizes) {
    heap[state] = at;
    at += size;
  }
  heap[State.END] = roomForWords(at);
}

function table(begin: number, count: number): Int32Array {
  return heap.subarray(heap[begin]!, heap[begin]! + heap[count]!);
}

function unitOf(entry: number): Unit {
  const texts = heap[State.TEXTS]!;
  return {
    words: table(State.WORDS, State.WORD_COUNT),
    entry,
    symbolWords: table(State.SYMBOL_WORDS, State.SYMBOL_COUNT),
    globalWords: table(State.GLOBAL_WORDS, State.GLOBAL_COUNT),
    positionWords: table(State.POSITION_WORDS, State.POSITION_COUNT),
    offsets: table(State.OFFSETS, State.OFFSET_COUNT),
    texts: heapBytes.subarray(texts, texts + heap[State.TEXT_BYTES]!),
    names: namesOfFile(),
  };
}
