/** Under which names the user knows what files of inputs lie in: the hashes in their paths say nothing to anybody. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { makeSourcePath, parseSriHash } from "@nivose/nix/store";

/** The names of the inputs of a flake by their paths in the store, as far as its lock file has them. */
export function sourceNames(folder: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  try {
    const { nodes, root } = JSON.parse(readFileSync(path.join(folder, "flake.lock"), "utf8")) as LockFile;
    for (const [name, node] of Object.entries(nodes[root]?.inputs ?? {})) {
      const hash = typeof node === "string" ? nodes[node]?.locked?.narHash : undefined;
      if (hash !== undefined) names.set(makeSourcePath(STORE, "source", parseSriHash(hash)), name);
    }
  } catch {
    // without a lock file that can be read, nothing is known by name
  }
  return names;
}

const STORE = "/nix/store";

interface LockFile {
  readonly root: string;
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly inputs?: Readonly<Record<string, unknown>>;
        readonly locked?: { readonly narHash?: string };
      }
    >
  >;
}
