/** A small document, and what becomes of it when one character is changed. */

import { decryptDocument, encryptDocument, SopsError } from "../../src/index.ts";
import { now, published, seeded } from "../support.ts";

export const secret = "correct horse battery";
export const plain = `first: ${secret}\nsecond:\n    - 12345\n    - 1.5\n    - true\nopen_unencrypted: text\n`;
export const text = encryptDocument({
  text: plain,
  format: "yaml",
  recipients: [published.recipient],
  random: seeded("tampering"),
  now,
});

export function decrypt(changed: string): string {
  return decryptDocument({ text: changed, format: "yaml", identities: [published] });
}

/** The surroundings of those of the places at which a change is not noticed. */
export function unnoticed(places: readonly number[], change: (index: number) => string): string {
  return places
    .filter((index) => isAccepted(change(index)))
    .map((index) => text.slice(index - 20, index + 20))
    .join("\n");
}

export function changedAt(index: number): string {
  return text.slice(0, index) + neighbour(text.charAt(index)) + text.slice(index + 1);
}

export function withoutCharacter(index: number): string {
  return text.slice(0, index) + text.slice(index + 1);
}

/** Every place in what is encrypted or authenticated, but for the names of the types, which SOPS does not authenticate. */
export function places(): number[] {
  const parts = [
    ...text.matchAll(/data:([^,]+)|iv:([^,]+)|tag:([^,]+)/g),
    ...text.matchAll(/(?<=AGE ENCRYPTED FILE-----\n)[^]*?(?=-----END)/g),
    ...text.matchAll(/(?<=lastmodified: ")[^"]+/g),
    ...text.matchAll(/(?<=open_unencrypted: )\w+/g),
  ];
  return parts.flatMap(({ 0: part, index }) => {
    const start = index + part.indexOf(":") + 1;
    const indices = Array.from({ length: index + part.length - start }, (_, offset) => start + offset);
    return indices.filter((place) => !/\s/.test(text.charAt(place)));
  });
}

/** The character beside it in the alphabet of base 64: so a bit is changed that a careless reader drops. */
function neighbour(character: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const place = alphabet.indexOf(character);
  return place === -1 ? "A" : alphabet.charAt(place ^ 1);
}

function isAccepted(changed: string): boolean {
  try {
    decrypt(changed);
    return true;
  } catch (error) {
    if (!(error instanceof SopsError)) throw error;
    return false;
  }
}
