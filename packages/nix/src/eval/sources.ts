/** Files that become part of the store when a string refers to them. */

import type { ContextId } from "./strings.ts";

export interface StoredFile {
  readonly path: string;
  readonly context: ContextId;
}

export function storePathOfFile(_path: string): StoredFile {
  throw new Error("no store yet");
}
