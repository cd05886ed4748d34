/** A lock file as it is written. */

import type { Attributes } from "./same-repository.ts";

export interface LockFile {
  readonly root?: string;
  readonly nodes?: Readonly<Record<string, LockFileNode>>;
}

export interface LockFileNode {
  /** The name of a node, or the way from the top to it. */
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: Attributes;
  readonly original?: Attributes;
  readonly flake?: boolean;
}

/** Nothing if it is damaged. */
export function parseLockFile(bytes: Uint8Array): LockFile | undefined {
  try {
    return (JSON.parse(Buffer.from(bytes).toString("utf8")) as LockFile | null) ?? undefined;
  } catch {
    return undefined;
  }
}
