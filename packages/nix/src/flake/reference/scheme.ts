/** What a scheme is: one way to name a tree, such as a Git repository, a path or a tarball. */

import { type Hash, parseHash, parsePrefixedHash, parseSriHash, printHash, StoreError } from "../../store/index.ts";
import { type Attributes, textAttribute } from "./attributes.ts";
import { FlakeReferenceError } from "./error.ts";
import type { Url, Warn } from "./url.ts";

/** What reading a reference depends on besides its text. */
export interface Surroundings {
  readonly experimentalFeatures: ReadonlySet<string>;
  readonly warn: Warn;
}

export interface Scheme {
  /** The `type` of its inputs. */
  readonly type: string;
  /** The experimental feature without which it is not there. */
  readonly feature?: string;
  readonly allowedAttributes: ReadonlySet<string>;
  /** The attributes that a URL stands for; `undefined` if it belongs to another scheme. */
  fromUrl(url: Url, isTree: boolean, surroundings: Surroundings): Attributes | undefined;
  /** Checks attributes, and completes them. */
  fromAttributes(attributes: Attributes, surroundings: Surroundings): Attributes;
  toUrl(attributes: Attributes, surroundings: Surroundings): Url;
  /** Whether it names one tree for ever. */
  isLocked(attributes: Attributes): boolean;
}

/** The revision, a hash in base 16. */
export function revisionOf(attributes: Attributes): string | undefined {
  const text = textAttribute(attributes, "rev");
  return text === undefined ? undefined : printHash(revisionHash(text), "base16");
}

export function narHashOf(attributes: Attributes): string | undefined {
  const text = textAttribute(attributes, "narHash");
  if (text === undefined) return undefined;
  const hash: Hash = text === "" ? { algorithm: "sha256", bytes: new Uint8Array(32) } : parseSriHash(text);
  if (hash.algorithm !== "sha256") throw new FlakeReferenceError("narHash must use SHA-256");
  return printHash(hash, "sri");
}

export function requireFeature(feature: string, { experimentalFeatures }: Surroundings): void {
  if (experimentalFeatures.has(feature)) return;
  throw new FlakeReferenceError(
    `experimental Nix feature '${feature}' is disabled; add '--extra-experimental-features ${feature}' to enable it`,
  );
}

/** A number of 64 bits as a parameter of a URL has it. */
export function parseCount(text: string): bigint | undefined {
  if (!/^\+?[0-9]+$/.test(text)) return undefined;
  const value = BigInt(text.replace("+", ""));
  return value < 2n ** 64n ? value : undefined;
}

function revisionHash(text: string): Hash {
  try {
    return parsePrefixedHash(text);
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem.code === "unknown-hash-algorithm") throw error;
    return parseHash(text, "sha1");
  }
}
