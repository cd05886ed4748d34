/** The lock file of a flake as a graph: what its inputs bring along. */

import type { LockFile, LockFileNode } from "../../fleet/inputs/lock-file.ts";
import type { Attributes } from "../../fleet/inputs/same-repository.ts";

export interface LockedInput {
  /** The names of inputs that lead to it, from the flake on. */
  readonly path: readonly string[];
  /** The name that the lock file has for it. */
  readonly node: string;
  readonly locked: Attributes;
  readonly original: Attributes;
  readonly isFlake: boolean;
}

/** All that is locked for a flake itself or for what it takes; what follows something else has no place of its own. */
export function lockedBelow(lock: LockFile): readonly LockedInput[] {
  const { root = "", nodes = {} } = lock;
  const found = new Map<string, LockedInput>();
  const open: { readonly node: string; readonly path: readonly string[] }[] = [{ node: root, path: [] }];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    for (const [name, edge] of Object.entries(nodes[next.node]?.inputs ?? {})) {
      const known = typeof edge === "string" ? nodes[edge] : undefined;
      if (known === undefined || found.has(edge as string)) continue;
      const each = lockedInput([...next.path, name], edge as string, known);
      if (each === undefined) continue;
      found.set(each.node, each);
      open.push(each);
    }
  }
  return [...found.values()];
}

function lockedInput(path: readonly string[], node: string, known: LockFileNode): LockedInput | undefined {
  const { locked, original } = known;
  return typeof locked !== "object" || locked === null || typeof original !== "object" || original === null
    ? undefined
    : { path, node, locked, original, isFlake: known.flake !== false };
}

/** What tells one source from another, whatever of it is taken: `github:nixos/nixpkgs`. */
export function sourceName({ type, owner, repo, host, url, dir }: Attributes): string | undefined {
  const folder = dir === undefined ? "" : `?dir=${String(dir)}`;
  if (owner !== undefined && repo !== undefined)
    return `${String(type)}:${host === undefined ? "" : `${String(host)}/`}${String(owner)}/${String(repo)}${folder}`.toLowerCase();
  return typeof url === "string" ? `${url.replace(/\.git$/u, "").replace(/\?.*$/u, "")}${folder}` : undefined;
}

/** Seconds since 1970. */
export function lockedAt({ lastModified }: Attributes): number | undefined {
  return typeof lastModified === "number" && lastModified > 1 ? lastModified : undefined;
}

/** The first letters of a revision, by which people know it. */
export function shortRevision({ rev }: Attributes): string | undefined {
  return typeof rev === "string" ? rev.slice(0, 7) : undefined;
}

/** `2024-12-29` */
export function day(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
