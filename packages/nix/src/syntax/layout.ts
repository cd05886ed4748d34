/**
 * What lies where in the memory of the lexer and the parser while a file is read, and until the next one is:
 *
 *     words that say how far they are, and where the columns below begin
 *     tables of bytes, which never change: see `tables.ts`
 *     the words of whoever compiles the tree
 *     the bytes of the source, with zeros behind them
 *     the kinds of the tokens, a byte for each
 *     where the tokens start and end, a word for each
 *     children whose parent is not complete yet
 *     the records of the nodes, which may grow up to the end of the memory
 *
 * A column has room for as many tokens as the source has bytes. What is not touched costs nothing.
 */

// ---- the words of what has been read. A column of words begins at an index of `heap`, one of bytes at an index of `heapBytes`.

export const SOURCE_LENGTH = 1;
export const TOKEN_COUNT = 2;
export const TOKEN_KINDS = 3;
export const TOKEN_STARTS = 4;
export const TOKEN_ENDS = 5;
/** Where the word is that a `Ref` of 0 would mean. */
export const NODES = 6;
/** How many words of nodes there are, that one included. */
export const NODE_WORDS = 7;

// ---- what is asked for

/** Whether `<|` and `|>` are allowed. */
export const PIPE_OPERATORS = 8;
export const URL_LITERALS = 9;
export const MAX_DEPTH = 10;
/** Most files hold no byte 0, and then no string has to be searched for one. */
export const HAS_NULL = 11;
/** How many words the memory has. */
export const MEMORY_WORDS = 12;

// ---- the state of the lexer

/** Where the token that is being read ends. */
export const LEXER_AT = 16;
export const LEXER_STATE = 17;
/** Behind the last of the states to return to, which are bytes. */
export const STATES_TOP = 18;
/**
 * Where the run of bytes that can be in a path, or in the scheme of a URI, ends around a name. The names of `a.b.c` lie in
 * one run, which is looked through once for all of them.
 */
export const PATH_RUN_END = 19;
export const SCHEME_END = 20;
/** The states lie behind the columns, where nodes will come when all tokens are read. */
export const FIRST_STATE = 21;

// ---- the state of the parser

/** The index of the current token, and its kind. */
export const AT = 24;
export const KIND = 25;
export const DEPTH = 26;
/** Whether there are bindings around the current token. */
export const IN_BINDINGS = 27;
/** The name of the binding that was last found where the one before had no end. */
export const FORGOTTEN_BEFORE = 28;
/** The token that was last complained about: one complaint is enough. */
export const COMPLAINED_AT = 29;
/** Behind the last child that waits for its parent. */
export const WAITING_TOP = 30;
/** How many brackets are open, by the kind of the token that closes them. */
export const OPEN = 32;

// ---- bytes

/** The classes of each byte: see `bytes.ts`. */
export const CLASSES = 1024;
/** The kinds of tokens of one byte that start no longer one, by that byte; 0 for all others. */
export const SINGLES = CLASSES + 256;
/** For each byte, the place of the first keyword in `KEYWORDS` that starts with it, or 0. */
export const FIRST_KEYWORDS = SINGLES + 256;
/** By the kinds of tokens: see `operators.ts`. */
export const PRECEDENCES = FIRST_KEYWORDS + 256;
export const RIGHT_ASSOCIATIVE = PRECEDENCES + 256;
/** Whether an operand can start with a token. */
export const OPERAND_STARTS = RIGHT_ASSOCIATIVE + 256;
/** Records of bytes: [the place of the next keyword with the same first byte, kind, length, letter, letter, …] */
export const KEYWORDS = OPERAND_STARTS + 256;
export const KEYWORD_BYTES = 10;

/** From this word on, what is done with a tree where it lies keeps its own state: see `eval/code/core/state.ts`. */
export const FIRST_OF_COMPILER = 768;

export const SOURCE = 4096;
/** How far behind the end of a source the lexer looks, and behind that of the tokens the parser, at the most. */
export const BEHIND = 8;
