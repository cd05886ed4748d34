/**
 * Store paths: how they are spelt and what they may be called. A path is written out whole, as
 * `/nix/store/<hash>-<name>`; the functions that take one apart are given the store's folder, for there are others.
 */

import { isBase32 } from "./base32.ts";
import { StoreError } from "./error.ts";
import { storeMessages } from "./messages.ts";

/** A direct child of the store's folder, as bytes. */
export type StorePath = string;

export const DEFAULT_STORE_FOLDER = "/nix/store";

const HASH_LENGTH = 32;
const MAX_NAME_LENGTH = 211;

/** Throws where a store object cannot have this name. */
export function checkName(name: string): void {
  if (name === "") throw new StoreError(storeMessages["empty-store-name"]());
  if (name.length > MAX_NAME_LENGTH) throw new StoreError(storeMessages["store-name-too-long"](name, MAX_NAME_LENGTH));
  if (name.startsWith(".")) checkDots(name);
  if (!/^[0-9a-zA-Z+\-._?=]*$/.test(name)) {
    const character = /[^0-9a-zA-Z+\-._?=]/.exec(name)![0];
    throw new StoreError(storeMessages["store-name-character"](name, character));
  }
}

/** Names cannot be `.` or `..`, nor have them in front of the first dash. */
function checkDots(name: string): void {
  if (name === "." || name === "..") throw new StoreError(storeMessages["store-name-is-dots"](name));
  for (const dots of [".", ".."]) {
    if (name.startsWith(`${dots}-`)) throw new StoreError(storeMessages["store-name-starts-with-dots"](name, dots));
  }
}

/** Joins the two parts of a store path. */
export function storePath(folder: string, hashPart: string, name: string): StorePath {
  checkPathName(`${hashPart}-${name}`, name);
  return `${folder}/${hashPart}-${name}`;
}

/** A path of the store, tidied: throws where it lies elsewhere or is not spelt like one. */
export function parseStorePath(folder: string, path: string): StorePath {
  const canonical = canonicalPath(path);
  const slash = canonical.lastIndexOf("/");
  if ((canonical.slice(0, slash) || "/") !== folder) {
    throw new StoreError(storeMessages["path-not-in-store"](canonical));
  }
  checkBaseName(canonical.slice(slash + 1));
  return canonical;
}

export function isStorePath(folder: string, path: string): boolean {
  if (!path.startsWith("/")) return false;
  try {
    parseStorePath(folder, path);
    return true;
  } catch (error) {
    if (error instanceof StoreError) return false;
    throw error;
  }
}

/** Whether a tidy path is one of the store or below one; the store's folder itself is not in the store. */
export function isInStore(folder: string, path: string): boolean {
  return path.length >= folder.length + 2 && path[folder.length] === "/" && path.startsWith(folder);
}

/** The store path that a path lies in, and what comes below it: empty or with a slash in front. */
export function splitStorePath(folder: string, path: string): { readonly path: StorePath; readonly below: string } {
  if (!isInStore(folder, path)) throw new StoreError(storeMessages["path-not-in-store"](path));
  const slash = path.indexOf("/", folder.length + 1);
  return slash < 0
    ? { path: parseStorePath(folder, path), below: "" }
    : { path: parseStorePath(folder, path.slice(0, slash)), below: path.slice(slash) };
}

/** `<hash>-<name>` */
export function baseNameOf(path: StorePath): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function hashPartOf(path: StorePath): string {
  const start = path.lastIndexOf("/") + 1;
  return path.slice(start, start + HASH_LENGTH);
}

export function nameOf(path: StorePath): string {
  return path.slice(path.lastIndexOf("/") + 1 + HASH_LENGTH + 1);
}

export function isDerivationPath(path: StorePath): boolean {
  return path.endsWith(".drv") && nameOf(path).length >= ".drv".length;
}

/** The name of the derivation that lies at a path. */
export function derivationNameOf(path: StorePath): string {
  if (!isDerivationPath(path)) throw new StoreError(storeMessages["not-a-derivation-path"](baseNameOf(path)));
  return nameOf(path).slice(0, -".drv".length);
}

/** The name of an output's store object: the derivation's, and the output's where that is not `out`. */
export function outputName(derivation: string, output: string): string {
  return output === "out" ? derivation : `${derivation}-${output}`;
}

function checkBaseName(baseName: string): void {
  if (baseName.length < HASH_LENGTH + 1) throw new StoreError(storeMessages["store-path-too-short"](baseName));
  const hash = baseName.slice(0, HASH_LENGTH);
  if (!isBase32(hash)) {
    const wrong = /[^0-9a-z]|[eotu]/.exec(hash)![0];
    throw new StoreError(storeMessages["store-path-character"](baseName, wrong));
  }
  // Nix does not look at the character between the hash and the name.
  checkPathName(baseName, baseName.slice(HASH_LENGTH + 1));
}

function checkPathName(baseName: string, name: string): void {
  try {
    checkName(name);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new StoreError(storeMessages["invalid-store-path-name"](baseName, error.problem.text), { cause: error });
  }
}

/** Without `.`, `..`, doubled and trailing slashes; links are not looked at. */
function canonicalPath(path: string): string {
  if (!path.startsWith("/")) throw new StoreError(storeMessages["path-not-absolute"](path));
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
