/**
 * The header of an age file: one stanza for each recipient, which holds the key of the file in a form that only that
 * recipient can read, and a line that authenticates them all.
 */

import { createHmac, timingSafeEqual } from "node:crypto";
import { decodeBareBase64, encodeBareBase64, LINE_LENGTH, shortLastLine } from "./base64.ts";
import { deriveKey } from "./primitives.ts";

export interface Stanza {
  readonly type: string;
  readonly parameters: readonly string[];
  readonly body: Uint8Array;
}

export interface Header {
  readonly stanzas: readonly Stanza[];
  readonly mac: Uint8Array;
  /** The text that the last line authenticates. */
  readonly authenticated: string;
  /** Where the payload starts. */
  readonly end: number;
}

const VERSION = "age-encryption.org/v1";
const MAC_SIZE = 32;

export function printHeader(stanzas: readonly Stanza[], fileKey: Uint8Array): string {
  const lines = stanzas.flatMap(({ type, parameters, body }) => [
    ["->", type, ...parameters].join(" "),
    ...shortLastLine(encodeBareBase64(body)),
  ]);
  const authenticated = [VERSION, ...lines, "---"].join("\n");
  return `${authenticated} ${encodeBareBase64(headerMac(authenticated, fileKey))}\n`;
}

/** Reads a header; nothing if it is not one, to the letter. */
export function parseHeader(file: Uint8Array): Header | undefined {
  const reader = lineReader(file);
  if (reader.next() !== VERSION) return undefined;
  const stanzas: Stanza[] = [];
  for (let line = reader.next(); line !== undefined; line = reader.next()) {
    if (line.startsWith("---")) return lastLine(file, stanzas, line, reader.at());
    const stanza = parseStanza(line, reader.next);
    if (stanza === undefined) return undefined;
    stanzas.push(stanza);
  }
  return undefined;
}

export function isAuthentic(header: Header, fileKey: Uint8Array): boolean {
  return timingSafeEqual(headerMac(header.authenticated, fileKey), header.mac);
}

function parseStanza(first: string, next: () => string | undefined): Stanza | undefined {
  const [arrow, type, ...parameters] = first.split(" ");
  if (arrow !== "->" || type === undefined || ![type, ...parameters].every((word) => /^[!-~]+$/.test(word))) {
    return undefined;
  }
  const body: Uint8Array[] = [];
  for (;;) {
    const line = next();
    const bytes = line === undefined || line.length > LINE_LENGTH ? undefined : decodeBareBase64(line);
    if (line === undefined || bytes === undefined) return undefined;
    body.push(bytes);
    if (line.length < LINE_LENGTH) return { type, parameters, body: Buffer.concat(body) };
  }
}

function lastLine(file: Uint8Array, stanzas: readonly Stanza[], line: string, end: number): Header | undefined {
  const mac = line.startsWith("--- ") ? decodeBareBase64(line.slice("--- ".length)) : undefined;
  if (mac?.length !== MAC_SIZE) return undefined;
  const start = end - line.length - 1;
  const authenticated = Buffer.from(file.subarray(0, start + "---".length)).toString("latin1");
  return { stanzas, mac, authenticated, end };
}

function headerMac(authenticated: string, fileKey: Uint8Array): Uint8Array {
  const key = deriveKey(fileKey, new Uint8Array(), "header");
  return createHmac("sha256", key).update(authenticated, "latin1").digest();
}

function lineReader(file: Uint8Array): { readonly next: () => string | undefined; readonly at: () => number } {
  let at = 0;
  return {
    at: () => at,
    next: () => {
      const end = file.indexOf(0x0a, at);
      if (end === -1) return undefined;
      const line = Buffer.from(file.subarray(at, end)).toString("latin1");
      at = end + 1;
      return line;
    },
  };
}
