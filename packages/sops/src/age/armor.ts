/** An age file as text: base 64 in lines between two markers, read strictly. */

import { decodeBase64, encodeBase64, LINE_LENGTH } from "./base64.ts";

const BEGIN = "-----BEGIN AGE ENCRYPTED FILE-----";
const END = "-----END AGE ENCRYPTED FILE-----";

export function armor(file: Uint8Array): string {
  const lines = encodeBase64(file).match(new RegExp(`.{1,${LINE_LENGTH}}`, "g")) ?? [];
  return [BEGIN, ...lines, END, ""].join("\n");
}

/** The file in an armour; nothing if there is none. White space around it is allowed. */
export function unarmor(text: string): Uint8Array | undefined {
  const [begin, ...lines] = text.trim().split(/\r?\n/);
  if (begin !== BEGIN || lines.pop() !== END || !lines.every(isFull)) return undefined;
  return decodeBase64(lines.join(""));
}

function isFull(line: string, index: number, lines: readonly string[]): boolean {
  if (index < lines.length - 1) return line.length === LINE_LENGTH;
  return line.length > 0 && line.length <= LINE_LENGTH;
}
