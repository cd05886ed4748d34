/** Classes of bytes, one table of bits for all of them, so that a test is a load and a mask. */

/** `[a-zA-Z_]` */
export const NAME_START = 1;
/** `[a-zA-Z0-9_'-]` */
export const NAME = 2;
export const DIGIT = 4;
/** `[a-zA-Z0-9._+-]` */
export const PATH = 8;
/** `[a-zA-Z0-9+.-]`, behind a letter */
export const URI_SCHEME = 16;
/** `[a-zA-Z0-9%/?:@&=+$,_.!~*'-]` */
export const URI = 32;
/** Blank, tab, carriage return, line feed. */
export const BLANK = 64;
/** `[a-zA-Z]` */
export const LETTER = 128;

export const classes = new Uint8Array(256);

function add(bit: number, characters: string): void {
  for (const character of characters) classes[character.charCodeAt(0)]! |= bit;
}

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";
add(NAME_START, `${letters}_`);
add(NAME, `${letters}${digits}_'-`);
add(DIGIT, digits);
add(PATH, `${letters}${digits}._-+`);
add(URI_SCHEME, `${letters}${digits}+-.`);
add(URI, `${letters}${digits}%/?:@&=+$,-_.!~*'`);
add(BLANK, " \t\r\n");
add(LETTER, letters);
