/**
 * How the paths of store objects come about: the hash part of each is a SHA-256, folded to 160 bits, over a line that
 * says what kind of object it is, what it is made from, where the store lies and what the object is called.
 */

import { encodeBase32 } from "./base32.ts";
import { encodeBase16 } from "./base16.ts";
import { type ContentAddressMethod, methodPrefix } from "./content-address.ts";
import { StoreError } from "./error.ts";
import { foldHash, type Hash, sha256Base16, sha256Text } from "./hash.ts";
import { storeMessages } from "./messages.ts";
import { sortedSet } from "./order.ts";
import { outputName, storePath, type StorePath } from "./store-path.ts";

const hashPart = new Uint8Array(20);

/** What a store object refers to: other paths, in any order, and perhaps itself. */
export interface References {
  readonly others?: readonly StorePath[];
  readonly self?: boolean;
}

/** `kind` is `source`, `text` or `output:<name>`, with references behind it; `hash` is `<algorithm>:<base 16>`. */
export function makeStorePath(folder: string, kind: string, hash: string, name: string): StorePath {
  const made = sha256Text(`${kind}:${hash}:${folder}:${name}`);
  return storePath(folder, encodeBase32(foldHash(made, hashPart)), name);
}

/** Where an output of a derivation goes whose content is not known, by the derivation's hash modulo in base 16. */
export function makeOutputPath(folder: string, output: string, hash: string, derivation: string): StorePath {
  return makeStorePath(folder, `output:${output}`, `sha256:${hash}`, outputName(derivation, output));
}

/** Where a text goes: `builtins.toFile`, and derivations themselves. */
export function makeTextPath(
  folder: string,
  name: string,
  text: Uint8Array | string,
  references: readonly StorePath[] = [],
): StorePath {
  return makeTextPathOf(folder, name, sha256Base16(text), references);
}

/** As {@link makeTextPath}, by the text's SHA-256 in base 16. */
export function makeTextPathOf(
  folder: string,
  name: string,
  hash: string,
  references: readonly StorePath[] = [],
): StorePath {
  return makeStorePath(folder, withReferences("text", { others: references }), `sha256:${hash}`, name);
}

/** Where a source goes, by the SHA-256 of its NAR: paths that are copied to the store, `path`, `filterSource`. */
export function makeSourcePath(folder: string, name: string, nar: Hash, references: References = {}): StorePath {
  return makeFixedOutputPath(folder, name, "nar", nar, references);
}

/** Where content goes whose hash is known beforehand. */
export function makeFixedOutputPath(
  folder: string,
  name: string,
  method: ContentAddressMethod,
  hash: Hash,
  references: References = {},
): StorePath {
  const digits = `${hash.algorithm}:${encodeBase16(hash.bytes)}`;
  if (method === "text") {
    if (references.self === true) throw new StoreError(storeMessages["text-refers-to-itself"]());
    return makeStorePath(folder, withReferences("text", references), digits, name);
  }
  if (method === "nar" && hash.algorithm === "sha256") {
    return makeStorePath(folder, withReferences("source", references), digits, name);
  }
  if ((references.others?.length ?? 0) > 0 || references.self === true) {
    throw new StoreError(storeMessages["fixed-output-references"](name));
  }
  const content = sha256Base16(`fixed:out:${methodPrefix(method)}${digits}:`);
  return makeStorePath(folder, "output:out", `sha256:${content}`, name);
}

function withReferences(kind: string, { others = [], self = false }: References): string {
  const line = others.length === 0 ? kind : `${kind}:${sortedSet(others).join(":")}`;
  return self ? `${line}:self` : line;
}
