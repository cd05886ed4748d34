/** Hashes as text: in four formats, read with the same leniency and the same refusals as Nix. */

import { base32Length, decodeBase32, encodeBase32 } from "./base32.ts";
import { decodeBase16, encodeBase16 } from "./base16.ts";
import { base64Length, decodeBase64, encodeBase64 } from "./base64.ts";
import { StoreError } from "./error.ts";
import { type Hash, HASH_SIZE, type HashAlgorithm, parseHashAlgorithm } from "./hash.ts";
import type { Message } from "../message.ts";
import { storeMessages } from "./messages.ts";

export type HashFormat = "base16" | "nix32" | "base64" | "sri";

/** Who is told what Nix only warns about. */
export type Warn = (warning: Message) => void;

/** `base32` is what Nix used to call `nix32`. */
export function parseHashFormat(name: string, warn: Warn): HashFormat {
  switch (name) {
    case "base16":
    case "nix32":
    case "base64":
    case "sri":
      return name;
    case "base32":
      warn(storeMessages["deprecated-hash-format"]());
      return "nix32";
    default:
      throw new StoreError(storeMessages["unknown-hash-format"](name));
  }
}

/** A hash without its algorithm, but for SRI, which always has it in front. */
export function printHash(hash: Hash, format: HashFormat): string {
  switch (format) {
    case "base16":
      return encodeBase16(hash.bytes);
    case "nix32":
      return encodeBase32(hash.bytes);
    case "base64":
      return encodeBase64(hash.bytes);
    case "sri":
      return `${hash.algorithm}-${encodeBase64(hash.bytes)}`;
  }
}

/** `sha256:…`, in SRI `sha256-…`. */
export function printPrefixedHash(hash: Hash, format: HashFormat): string {
  return format === "sri" ? printHash(hash, format) : `${hash.algorithm}:${printHash(hash, format)}`;
}

/** A hash in any format, with its algorithm in front or given; if both, they have to agree. */
export function parseHash(text: string, algorithm?: HashAlgorithm): Hash {
  const { own, rest, sri } = splitAlgorithm(text);
  if (own === undefined && algorithm === undefined) {
    throw new StoreError(storeMessages["hash-of-unknown-algorithm"](rest));
  }
  if (own !== undefined && algorithm !== undefined && own !== algorithm) {
    throw new StoreError(storeMessages["hash-algorithm-mismatch"](text, algorithm));
  }
  return parseDigits(rest, (own ?? algorithm)!, sri);
}

/** A hash in any format, with its algorithm in front. */
export function parsePrefixedHash(text: string): Hash {
  const { own, rest, sri } = splitAlgorithm(text);
  if (own === undefined) throw new StoreError(storeMessages["hash-without-algorithm"](rest));
  return parseDigits(rest, own, sri);
}

/** A hash without anything in front. */
export function parseBareHash(text: string, algorithm: HashAlgorithm): Hash {
  return parseDigits(text, algorithm, false);
}

export function parseSriHash(text: string): Hash {
  const dash = text.indexOf("-");
  if (dash < 0) throw new StoreError(storeMessages["hash-not-sri"](text));
  return parseDigits(text.slice(dash + 1), parseHashAlgorithm(text.slice(0, dash)), true);
}

/** As {@link parseHash}, but the empty text is the hash of zeros, with a warning. */
export function parseHashOrEmpty(text: string, algorithm: HashAlgorithm | undefined, warn: Warn): Hash {
  if (text !== "") return parseHash(text, algorithm);
  if (algorithm === undefined) throw new StoreError(storeMessages["empty-hash-without-algorithm"]());
  const zeros: Hash = { algorithm, bytes: new Uint8Array(HASH_SIZE[algorithm]) };
  warn(storeMessages["empty-hash"](printHash(zeros, "sri")));
  return zeros;
}

/** `builtins.convertHash`, with its arguments looked at in the order in which Nix does. */
export function convertHash(
  from: { readonly hash: string; readonly hashAlgo?: string; readonly toHashFormat: string },
  warn: Warn,
): string {
  const algorithm = from.hashAlgo === undefined ? undefined : parseHashAlgorithm(from.hashAlgo);
  const format = parseHashFormat(from.toHashFormat, warn);
  return printHash(parseHash(from.hash, algorithm), format);
}

function splitAlgorithm(text: string): { own: HashAlgorithm | undefined; rest: string; sri: boolean } {
  let at = text.indexOf(":");
  const sri = at < 0;
  if (sri) at = text.indexOf("-");
  if (at < 0) return { own: undefined, rest: text, sri: false };
  return { own: parseHashAlgorithm(text.slice(0, at)), rest: text.slice(at + 1), sri };
}

/** The length tells the formats apart. */
function parseDigits(text: string, algorithm: HashAlgorithm, sri: boolean): Hash {
  const size = HASH_SIZE[algorithm];
  const sound = (encoding: string, bytes: Uint8Array | undefined): Hash => {
    if (bytes?.length === size) return { algorithm, bytes };
    throw new StoreError(storeMessages["invalid-hash"](text, encoding));
  };
  if (sri) return sound("SRI", decodeBase64(text));
  if (text.length === size * 2) return sound("base-16", decodeBase16(text));
  if (text.length === base32Length(size)) return sound("base-32", decodeBase32(text, size));
  if (text.length === base64Length(size)) return sound("base-64", decodeBase64(text));
  throw new StoreError(storeMessages["hash-length"](text, algorithm));
}
