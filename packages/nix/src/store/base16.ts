/** Base 16: written in lower case, read in both. */

export function encodeBase16(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

/** The bytes of an even number of digits; nothing where another character is among them. */
export function decodeBase16(text: string): Uint8Array | undefined {
  return /^[0-9a-fA-F]*$/.test(text) ? Buffer.from(text, "hex") : undefined;
}
