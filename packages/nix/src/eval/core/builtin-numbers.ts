/** Which of the core's builtins a builtin is: the fourth word of its cell, 0 for none. */

export const IS_ATTRS = 1;
export const IS_LIST = 2;
export const IS_STRING = 3;
export const IS_PATH = 4;
export const IS_FUNCTION = 5;
export const IS_BOOL = 6;
export const IS_NULL = 7;
export const IS_INT = 8;
export const IS_FLOAT = 9;
export const SEQ = 10;
export const LENGTH = 11;
export const HEAD = 12;
export const TAIL = 13;
export const ELEM_AT = 14;
export const MAP = 15;
export const FILTER = 16;
export const ELEM = 17;
export const CONCAT_LISTS = 18;
export const CONCAT_MAP = 19;
export const FOLDL = 20;
export const ANY = 21;
export const ALL = 22;
export const GEN_LIST = 23;
export const MAP_ATTRS = 24;
