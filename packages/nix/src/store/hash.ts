/** Hashes: an algorithm and bytes. */

import { createHash, hash as digest } from "node:crypto";
import { StoreError } from "./error.ts";
import { storeMessages } from "./messages.ts";

export type HashAlgorithm = "md5" | "sha1" | "sha256" | "sha512";

export interface Hash {
  readonly algorithm: HashAlgorithm;
  readonly bytes: Uint8Array;
}

/** How many bytes a hash of each algorithm has. */
export const HASH_SIZE: Readonly<Record<HashAlgorithm, number>> = { md5: 16, sha1: 20, sha256: 32, sha512: 64 };

export function isHashAlgorithm(name: string): name is HashAlgorithm {
  return Object.hasOwn(HASH_SIZE, name);
}

export function parseHashAlgorithm(name: string): HashAlgorithm {
  if (isHashAlgorithm(name)) return name;
  throw new StoreError(storeMessages["unknown-hash-algorithm"](name));
}

/** The hash of bytes, given as such or as a string of one character each. */
export function hashBytes(algorithm: HashAlgorithm, data: Uint8Array | string): Hash {
  return { algorithm, bytes: digest(algorithm, bytesOf(data), "buffer") };
}

/** The SHA-256 of bytes in base 16, which is what paths and derivations are made of. */
export function sha256Base16(data: Uint8Array | string): string {
  return digest("sha256", textOrBytes(data), "hex");
}

/** The SHA-256 of bytes as a string of one character each. */
export function sha256Text(data: Uint8Array | string): string {
  return digest("sha256", textOrBytes(data), "binary");
}

/** A hash of what comes piece by piece. */
export class HashStream {
  readonly algorithm: HashAlgorithm;
  readonly #state;
  size = 0;

  constructor(algorithm: HashAlgorithm) {
    this.algorithm = algorithm;
    this.#state = createHash(algorithm);
  }

  readonly write = (bytes: Uint8Array): void => {
    this.size += bytes.length;
    this.#state.update(bytes);
  };

  finish(): Hash {
    return { algorithm: this.algorithm, bytes: this.#state.digest() };
  }
}

/** Folds a hash, given as a string of bytes, to fewer bytes by exclusive or, as the hash part of a store path is made. */
export function foldHash(hash: string, into: Uint8Array): Uint8Array {
  into.fill(0);
  for (let at = 0; at < hash.length; at++) into[at % into.length]! ^= hash.charCodeAt(at);
  return into;
}

/** A text of one byte a character is hashed as it is if it is ASCII: to make bytes of it takes longer than to hash them. */
function textOrBytes(data: Uint8Array | string): Uint8Array | string {
  return typeof data === "string" && /[^\0-\x7f]/.test(data) ? Buffer.from(data, "latin1") : data;
}

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === "string" ? Buffer.from(data, "latin1") : data;
}
