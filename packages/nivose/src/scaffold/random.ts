/** Values that nobody chooses: passwords and keys of services. */

/** This many bytes. */
export type Random = (length: number) => Uint8Array;

/** Replaces each `@random:24@` by that many letters and digits, each as likely as the next. */
export function fillRandom(text: string, random: Random): string {
  return text.replaceAll(/@random:(\d+)@/gu, (_whole, length: string) => letters(Number(length), random));
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function letters(length: number, random: Random): string {
  let text = "";
  while (text.length < length) {
    for (const byte of random(length)) {
      // bytes beyond the last whole multiple would make the first letters likelier
      if (byte < 4 * ALPHABET.length && text.length < length) text += ALPHABET[byte % ALPHABET.length];
    }
  }
  return text;
}
