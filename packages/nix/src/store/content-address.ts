/** How the content of a store object is hashed to make its path, and how that is written down. */

import { StoreError } from "./error.ts";
import { type Hash, type HashAlgorithm, parseHashAlgorithm } from "./hash.ts";
import { parseBareHash, printPrefixedHash } from "./hash-text.ts";
import { storeMessages } from "./messages.ts";

/** `git` is known, and refused: Nix has it behind an experimental feature. */
export type ContentAddressMethod = "flat" | "nar" | "text" | "git";

export interface ContentAddress {
  readonly method: ContentAddressMethod;
  readonly hash: Hash;
}

/** A method by its name. `recursive`, the older name of `nar` in derivations, is none here: Nix knows it only there. */
export function parseContentAddressMethod(name: string): ContentAddressMethod {
  if (name === "flat" || name === "nar" || name === "text" || name === "git") return name;
  throw new StoreError(storeMessages["unknown-content-address-method"](name));
}

/** What stands for the method in front of a hash algorithm, in a derivation's output and in what a path is hashed from. */
export function methodPrefix(method: ContentAddressMethod): string {
  switch (method) {
    case "flat":
      return "";
    case "nar":
      return "r:";
    case "text":
      return "text:";
    case "git":
      throw new StoreError(storeMessages["experimental-store-feature"]("git-hashing"));
  }
}

/** `r:sha256`: the method and the algorithm of a derivation's output. */
export function printMethodAndAlgorithm(method: ContentAddressMethod, algorithm: HashAlgorithm): string {
  return methodPrefix(method) + algorithm;
}

export function parseMethodAndAlgorithm(text: string): { method: ContentAddressMethod; algorithm: HashAlgorithm } {
  const { method, rest } = splitMethod(text);
  return { method, algorithm: parseHashAlgorithm(rest) };
}

/** `fixed:r:sha256:…`, `text:sha256:…`: how the store remembers it. */
export function printContentAddress({ method, hash }: ContentAddress): string {
  const prefix = method === "text" ? "text:" : `fixed:${methodPrefix(method)}`;
  return prefix + printPrefixedHash(hash, "nix32");
}

export function parseContentAddress(text: string): ContentAddress {
  const colon = text.indexOf(":");
  if (colon < 0) throw new StoreError(storeMessages["invalid-content-address"](text));
  const kind = text.slice(0, colon);
  if (kind !== "text" && kind !== "fixed") throw new StoreError(storeMessages["unknown-content-address"](kind));
  const { method, rest } = splitFixedMethod(kind, text.slice(colon + 1));
  const end = rest.indexOf(":");
  if (end < 0) throw new StoreError(storeMessages["invalid-content-address-hash"](text));
  return { method, hash: parseBareHash(rest.slice(end + 1), parseHashAlgorithm(rest.slice(0, end))) };
}

function splitFixedMethod(kind: "text" | "fixed", text: string): { method: ContentAddressMethod; rest: string } {
  if (kind === "text" || text.startsWith("text:")) return { method: kind === "text" ? "text" : "flat", rest: text };
  return splitMethod(text);
}

function splitMethod(text: string): { method: ContentAddressMethod; rest: string } {
  if (text.startsWith("r:")) return { method: "nar", rest: text.slice(2) };
  if (text.startsWith("text:")) return { method: "text", rest: text.slice(5) };
  if (text.startsWith("git:")) throw new StoreError(storeMessages["experimental-store-feature"]("git-hashing"));
  return { method: "flat", rest: text };
}
