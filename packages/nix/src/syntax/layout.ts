/** Where the file that was read last lies in the memory of the front end. */

/** The bytes of the file, in bytes. */
export const SOURCE = 1;
export const SOURCE_LENGTH = 2;
/** In bytes. */
export const TOKEN_KINDS = 3;
export const TOKEN_STARTS = 4;
export const TOKEN_ENDS = 5;
export const TOKEN_COUNT = 6;
export const NODES = 7;
export const NODE_WORDS = 8;
