/**
 * What a plan remembers of a file that it is about, so that a file that has changed since is recognised: the hash of
 * a file's bytes in the spelling that Nix users know (`sha256-…`), or the target of a symbolic link (`link:…`).
 */

import { createHash } from "node:crypto";

export type Fingerprint = string;

export function fingerprintOfFile(bytes: Uint8Array): Fingerprint {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}

export function fingerprintOfLink(target: string): Fingerprint {
  return `link:${target}`;
}

export function isFingerprint(text: string): boolean {
  return /^sha256-[A-Za-z0-9+/]{43}=$/.test(text) || text.startsWith("link:");
}
