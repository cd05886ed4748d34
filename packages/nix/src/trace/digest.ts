/** What contents, names and states of files are told apart by. */

import { createHash } from "node:crypto";
import type { Stats } from "node:fs";

/** A change as shortly ago as this, in seconds, may not be the last one with its time. */
const TOO_YOUNG = 3;

export function contentDigest(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64url");
}

/** The same of a content that comes in pieces. */
export class ContentDigest {
  readonly #hash = createHash("sha256");

  add(piece: Uint8Array): void {
    this.#hash.update(piece);
  }

  end(): string {
    return this.#hash.digest("base64url");
  }
}

export function namesDigest(names: Iterable<string>): string {
  return createHash("sha256")
    .update([...names].sort().join("\0"), "latin1")
    .digest("base64url");
}

/** What `stat` says of a file that has another content afterwards differs from this. */
export function stampOfFile({ mode, size, mtimeMs, ctimeMs, ino, dev }: Stats): string {
  return `${mode} ${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}`;
}

/** Whether what was changed at a time, in seconds, is old enough at another one for its stamp to be trusted. */
export function isOldEnough(changed: number, now: number): boolean {
  return changed + TOO_YOUNG < now;
}
