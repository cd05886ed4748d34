/** Whether what is to be added is there already, just as it would be written: then there is nothing to do. */

import type { Repository } from "../../check/source/repository.ts";
import type { Grown } from "../growth.ts";
import { grownRepository } from "./grown-repository.ts";

export interface Way {
  readonly remove: (repository: Repository) => Grown;
  readonly add: (repository: Repository) => Grown;
}

/** Taken out and added again, it would leave the bytes that are there. */
export function isAsAdded(repository: Repository, { remove, add }: Way): boolean {
  const removed = remove(repository);
  if (!removed.ok) return false;
  const without = grownRepository(repository, removed.growth.files);
  const added = add(without);
  if (!added.ok) return false;
  const end = grownRepository(without, added.growth.files);
  const names = new Set([...removed.growth.files.keys(), ...added.growth.files.keys()]);
  return [...names].every((name) => isSame(repository.read(name), end.read(name)));
}

export function unchanged(title: string): Grown {
  return { ok: true, growth: { title, files: new Map(), notes: [], next: [] } };
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
}
