/**
 * What the compiler keeps in the memory of the front end, and where: the first words of that are the lexer's and the
 * parser's (`syntax/layout.ts`), these the compiler's, and its tables lie behind the nodes of the file. Each begins where one of
 * these words says, and is as large as the file can make it; only the last two grow.
 */

import { FIRST_OF_COMPILER } from "../../../syntax/layout.ts";
import { heap } from "../../../syntax/memory.ts";

const FIRST = FIRST_OF_COMPILER;

// ---- where the tables begin

/** Of each token that is a name, and the first of a name that is none: the number of the name in this file plus one. */
export const KNOWN = FIRST;
/** Of each name, what it means at this place: `scopes.ts`. */
export const INNERMOST = FIRST + 1;
/** Pairs: a name, and what it means outside of where it is bound again. */
export const HIDDEN = FIRST + 2;
/** Of each variable, the level of its environment and its place there. */
export const LEVELS = FIRST + 3;
export const SLOTS = FIRST + 4;
/** Records that wait for the one around them. */
export const PENDING = FIRST + 5;
/** The levels of the `with`s around the current expression, from the outside in. */
export const WITHS = FIRST + 6;
export const SYMBOL_WORDS = FIRST + 7;
export const GLOBAL_WORDS = FIRST + 8;
export const POSITION_WORDS = FIRST + 9;
export const OFFSETS = FIRST + 10;
/** In bytes. */
export const TEXTS = FIRST + 11;
/** Triples: the address of a record and the range that it was made from. */
export const RANGES = FIRST + 12;
/** Sets while they are put together: `tables.ts`. */
export const ARENA = FIRST + 13;
/** The code, which is the last of them. */
export const WORDS = FIRST + 14;
/** The first word behind all that. */
export const END = FIRST + 15;

// ---- tables that are there until all names are met, in the place of those above: `names.ts`

/** Pairs, of the names that are met late: before which token, and the name. */
export const LATE = FIRST + 42;
export const LATE_COUNT = FIRST + 43;
/** Triples: where the bytes of a name begin and end, and their hash. */
export const NAMES = FIRST + 44;
export const NAME_COUNT = FIRST + 45;
/** The numbers of names plus one, by their hash. */
export const NAME_TABLE = FIRST + 46;
export const NAME_TABLE_SIZE = FIRST + 47;
/** In bytes: where names go that are not in the file as they are. */
export const LITERALS = FIRST + 48;

// ---- how many of each are in use

export const HIDDEN_COUNT = FIRST + 16;
export const BOUND = FIRST + 17;
export const PENDING_COUNT = FIRST + 18;
export const WITH_COUNT = FIRST + 19;
export const SYMBOL_COUNT = FIRST + 20;
export const GLOBAL_COUNT = FIRST + 21;
export const POSITION_COUNT = FIRST + 22;
export const OFFSET_COUNT = FIRST + 23;
export const TEXT_BYTES = FIRST + 24;
export const RANGE_COUNT = FIRST + 25;
export const ARENA_USED = FIRST + 26;
export const WORD_COUNT = FIRST + 27;

// ---- the state

/** How many environments are around the current expression. */
export const LEVEL = FIRST + 28;
/** The name that a binding gives to the function behind its `=`. */
export const FUNCTION_NAME = FIRST + 29;
/** Whether nothing was found that Nix refuses. */
export const SOUND = FIRST + 30;
/** Whether the ranges of records are written down. */
export const WITH_RANGES = FIRST + 31;

/** How much indentation has been removed of the current line of an indented string, or -1 behind it. */
export const INDENTATION_REMOVED = FIRST + 41;

/** The numbers of the names that the grammar implies, as far as the file has them; -1 for the others. */
export const IMPLIED = FIRST + 32;
export const CURRENT_POSITION = 0;
export const SUBTRACT = 1;
export const MULTIPLY = 2;
export const DIVIDE = 3;
export const LESS_THAN = 4;
export const NIX_PATH = 5;
export const FIND_FILE = 6;
export const BODY = 7;
export const OVERRIDES = 8;

export function refuse(): void {
  heap[SOUND] = 0;
}
