/** Base 64 with one text for each sequence of bytes, so that a changed character is a changed byte. */

/** The bytes of a text in base 64 with padding; nothing if it is not the one way to write them. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

/** The same without padding, as the header of an age file has it. */
export function decodeBareBase64(text: string): Uint8Array | undefined {
  const bytes = Buffer.from(text, "base64");
  return encodeBareBase64(bytes) === text ? bytes : undefined;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

export function encodeBareBase64(bytes: Uint8Array): string {
  return encodeBase64(bytes).replace(/=+$/, "");
}

/** A text in lines of 64 characters. The last one is shorter, even if it is then empty. */
export function shortLastLine(text: string): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  for (; rest.length >= LINE_LENGTH; rest = rest.slice(LINE_LENGTH)) lines.push(rest.slice(0, LINE_LENGTH));
  return [...lines, rest];
}

export const LINE_LENGTH = 64;
