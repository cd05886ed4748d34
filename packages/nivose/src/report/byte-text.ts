/** The evaluator has texts as bytes, one to a character; people and JSON have characters. */

import { printable } from "./terminal-text.ts";

export function toByteText(text: string): string {
  return Buffer.from(text).toString("latin1");
}

export function fromByteText(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString();
}

/** For a terminal. */
export function readableBytes(bytes: string): string {
  return printable(fromByteText(bytes));
}
