/**
 * The code that expressions are compiled to, and the words of each record. A record lies in the heap behind its
 * children's; `→x` is a child: the distance from the record's address to the child's, a negative number.
 *
 * A thunk is a pair of such an address and an environment, so making one costs two words, and every record can be
 * evaluated by itself.
 */

/** handle */
export const CONSTANT = 1;
/** offset, length in the unit's texts; becomes a constant when it is first asked for */
export const STRING_LITERAL = 5;
/** The same: a path, absolute, or relative to the folder of the file or, with `~/`, to the user's home. */
export const PATH_LITERAL = 6;
/** low word, high word */
export const INTEGER_LITERAL = 7;
export const FLOAT_LITERAL = 8;
/** slot: a variable of the innermost environment */
export const LOCAL = 2;
/** depth, slot */
export const OUTER = 3;
/** symbol, count, depth of each `with`'s environment from the inside out */
export const WITH_LOOKUP = 4;

/** symbol, shape last seen, slot there, →subject */
export const SELECT = 10;
/** →name, →subject */
export const SELECT_COMPUTED = 11;
/** →fallback, →subject, count, then for each name: symbol or -1, →computed name or 0 */
export const SELECT_OR = 12;
/** →subject, count, then for each name: symbol or -1, →computed name or 0 */
export const HAS = 13;

/** count, →function, →argument… */
export const APPLY = 20;
/**
 * →body, name of the argument or -1, name of the function or -1, ellipsis, count of formals or -1 if there are none,
 * shape last seen, then for each formal: symbol, →fallback or 0, slot in that shape or -1, offset in the file
 */
export const LAMBDA = 21;

/**
 * shape, count of sources, count of values, index of the names' offsets in the unit, →source…, then for each value:
 * child, slot. As long as the shape is -1, nobody has asked for the set, and symbols stand in the places of the slots.
 *
 * The child is (distance << 2) | environment, the environment being one of the three below.
 */
export const ATTRS = 30;
/** The same; the values see each other, in an environment that holds them in the order of the record. */
export const REC_ATTRS = 31;
/** →a set of one of the two kinds above, overrides, count, then for each attribute: →name, child, position */
export const COMPUTED_ATTRS = 32;
/** →body, count of sources, count of values, →source…, child of each value */
export const LET = 33;

/** Environments of a value: the set's own, that of its `inherit (…)` sources, the one around the set. */
export const IN_OWN = 0;
export const IN_SOURCES = 1;
export const IN_OUTER = 2;

/** count, →element… */
export const LIST = 40;

/** →condition, →consequence, →alternative */
export const IF = 50;
/** →condition, →body */
export const ASSERT = 51;
/** →scope, →body */
export const WITH = 52;

/** →operand */
export const NOT = 60;
export const NEGATE = 61;
/** →left, →right */
export const AND = 62;
export const OR = 63;
export const IMPLIES = 64;
export const EQUAL = 65;
export const NOT_EQUAL = 66;
export const LESS = 67;
export const LESS_EQUAL = 68;
export const GREATER = 69;
export const GREATER_EQUAL = 70;
export const ADD = 71;
export const SUBTRACT = 72;
export const MULTIPLY = 73;
export const DIVIDE = 74;
export const UPDATE = 75;
export const CONCAT = 76;

/** count, →piece…: `"…${…}…"` */
export const JOIN_STRING = 80;
/** The same: a path with antiquotation. */
export const JOIN_PATH = 81;
/** offset in the file */
export const CURRENT_POSITION = 82;
/** symbol: a name that nothing defines, an error when it is asked for */
export const UNDEFINED = 83;

/** slot: the call of a function for one attribute of a set. No file is compiled to it: see `applications.ts`. */
export const MAPPED_ATTR = 84;

/** →body, number: the body of a function whose calls are noted. No file is compiled to it: see `watched-code.ts`. */
export const WATCHED = 90;

/** What a thunk has failed with before. No file is compiled to it: see `failures.ts`. */
export const FAILED = 91;
