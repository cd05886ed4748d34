/** Single values: AES-256 in Galois/counter mode, bound to the place of the value by additional authenticated data. */

import { createCipheriv, createDecipheriv } from "node:crypto";
import { decodeBase64, encodeBase64 } from "../age/base64.ts";
import type { Random } from "../age/primitives.ts";
import { decimalText } from "./number-text.ts";
import { Comment, Timestamp } from "./tree.ts";
import { textOrBytes } from "../yaml/resolve.ts";

/** What a single ciphertext holds. */
export type Content = boolean | bigint | number | string | Uint8Array | Timestamp | Comment;

type TypeName = "bool" | "int" | "float" | "str" | "time" | "comment";

const IV_SIZE = 32;
const TAG_SIZE = 16;

/**
 * Remembers with which initialization vectors values were encrypted, so that they are encrypted to the same texts again.
 * Equal values in one list have one place: their vectors are used in the order in which they were met.
 */
export class Stash {
  private readonly vectors = new Map<string, Uint8Array[]>();

  put(type: string, bytes: Uint8Array, place: string, vector: Uint8Array): void {
    const name = nameOf(type, bytes, place);
    this.vectors.set(name, [...(this.vectors.get(name) ?? []), vector]);
  }

  take(type: string, bytes: Uint8Array, place: string): Uint8Array | undefined {
    return this.vectors.get(nameOf(type, bytes, place))?.shift();
  }
}

function nameOf(type: string, bytes: Uint8Array, place: string): string {
  return JSON.stringify([type, place, Buffer.from(bytes).toString("latin1")]);
}

/** Encrypts one value. What is empty stays empty. */
export function encryptContent(
  content: Content,
  key: Uint8Array,
  place: string,
  random: Random,
  stash?: Stash,
): string {
  const bytes = bytesOf(content);
  if (bytes.length === 0) return "";
  const type = typeOf(content);
  const iv = stash?.take(type, bytes, place) ?? random(IV_SIZE);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_SIZE }).setAAD(Buffer.from(place));
  const data = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const [dataText, ivText, tagText] = [data, iv, cipher.getAuthTag()].map(encodeBase64);
  return `ENC[AES256_GCM,data:${dataText},iv:${ivText},tag:${tagText},type:${type}]`;
}

const ciphertext = /^ENC\[AES256_GCM,data:([^,]+),iv:([^,]+),tag:([^,]+),type:([a-z]+)\]$/;

export function isCiphertext(text: string): boolean {
  return text === "" || ciphertext.test(text);
}

/** Decrypts one value; nothing if it was changed, moved, or encrypted with another key. */
export function decryptContent(text: string, key: Uint8Array, place: string, stash?: Stash): Content | undefined {
  if (text === "") return "";
  const [, dataText = "", ivText = "", tagText = "", type = ""] = ciphertext.exec(text) ?? [];
  const [data, iv, tag] = [dataText, ivText, tagText].map(decodeBase64);
  // a tag that is shorter would be easier to guess
  if (data === undefined || iv === undefined || iv.length === 0 || tag?.length !== TAG_SIZE) return undefined;
  const cipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG_SIZE })
    .setAAD(Buffer.from(place))
    .setAuthTag(tag);
  const plain = cipher.update(data);
  try {
    cipher.final();
  } catch {
    return undefined;
  }
  const content = contentOf(plain, type);
  if (content !== undefined) stash?.put(typeOf(content), bytesOf(content), place, iv);
  return content;
}

/** A value as the bytes that are encrypted and authenticated. */
export function bytesOf(content: Content): Uint8Array {
  if (content instanceof Uint8Array) return content;
  if (content instanceof Comment || content instanceof Timestamp) return Buffer.from(content.text);
  if (typeof content === "boolean") return Buffer.from(content ? "True" : "False");
  if (typeof content === "number") return Buffer.from(decimalText(content));
  return Buffer.from(String(content));
}

function typeOf(content: Content): TypeName {
  if (content instanceof Comment) return "comment";
  if (content instanceof Timestamp) return "time";
  if (typeof content === "boolean") return "bool";
  if (typeof content === "bigint") return "int";
  return typeof content === "number" ? "float" : "str";
}

function contentOf(plain: Uint8Array, type: string): Content | undefined {
  const content = textOrBytes(plain);
  if (type === "str" || type === "bytes") return content;
  if (typeof content !== "string") return undefined;
  switch (type) {
    case "comment":
      return new Comment(content);
    case "time":
      return new Timestamp(content);
    case "int":
      return /^[-+]?[0-9]+$/.test(content) ? BigInt(content.replace(/^\+/, "")) : undefined;
    case "float":
      return numberOf(content);
    case "bool":
      if (/^(?:1|t|T|TRUE|true|True)$/.test(content)) return true;
      return /^(?:0|f|F|FALSE|false|False)$/.test(content) ? false : undefined;
  }
  return undefined;
}

function numberOf(text: string): number | undefined {
  if (text === "NaN") return Number.NaN;
  if (/^[-+]Inf$/.test(text)) return text.startsWith("-") ? -Infinity : Infinity;
  return /^[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?$/.test(text) ? Number(text) : undefined;
}
