/** What flakes take: their inputs as their lock files have them, and which of these are flakes of the same repository. */

import { declaredInputs } from "./declared-inputs.ts";
import { type LockFile, parseLockFile } from "./lock-file.ts";
import { type Attributes, flakeWithin, referenceText, type RepositoryPlace } from "./same-repository.ts";

export interface FlakeFiles {
  /** Relative to the repository. */
  readonly folder: string;
  readonly flake: Uint8Array;
  /** Nothing if there is none. */
  readonly lock: Uint8Array | undefined;
}

export interface FlakeInput {
  readonly name: string;
  /** As a flake reference. */
  readonly from: string | undefined;
  readonly revision: string | undefined;
  /** Seconds since 1970. */
  readonly lastModified: number | undefined;
  /** The folder of the flake of the same repository that it is. */
  readonly flake?: string;
}

/** The inputs of a flake, in the order of their names. A lock file that is damaged is as good as none. */
export function inputsOf(files: FlakeFiles, place: RepositoryPlace, flakes: readonly string[]): FlakeInput[] {
  const declared = declaredInputs(files.flake);
  const locked = lockedInputs(files.lock);
  const names = [...new Set([...declared.keys(), ...locked.keys()])].toSorted();
  return names.map((name) => {
    const lock = locked.get(name);
    const original = lock?.original ?? declared.get(name);
    const flake = original === undefined ? undefined : flakeWithin(original, files.folder, place, flakes);
    return {
      name,
      from: original === undefined ? undefined : referenceText(original),
      revision: typeof lock?.locked["rev"] === "string" ? lock.locked["rev"] : undefined,
      lastModified: typeof lock?.locked["lastModified"] === "number" ? lock.locked["lastModified"] : undefined,
      ...(flake === undefined ? {} : { flake }),
    };
  });
}

export interface Locked {
  readonly locked: Attributes;
  readonly original: Attributes;
}

/** Of the inputs of a flake itself, also of those that follow others. */
export function lockedInputs(bytes: Uint8Array | undefined): Map<string, Locked> {
  const found = new Map<string, Locked>();
  if (bytes === undefined) return found;
  const lock = parseLockFile(bytes) ?? {};
  for (const name of Object.keys(lock.nodes?.[lock.root ?? ""]?.inputs ?? {})) {
    const node = nodeAt(lock, [name]);
    const { locked, original } = node === undefined ? {} : (lock.nodes?.[node] ?? {});
    if (locked !== undefined && original !== undefined) found.set(name, { locked, original });
  }
  return found;
}

/** The node that a path of inputs leads to; an input that follows others has a path instead of a node. */
function nodeAt({ root = "", nodes = {} }: LockFile, inputs: readonly string[], depth = 0): string | undefined {
  let at: string | undefined = root;
  for (const name of inputs) {
    const edge: string | readonly string[] | undefined = nodes[at ?? ""]?.inputs?.[name];
    if (edge === undefined || depth > DEEPEST) return undefined;
    at = typeof edge === "string" ? edge : nodeAt({ root, nodes }, edge, depth + 1);
  }
  return at;
}

/** What follows itself has no end. */
const DEEPEST = 50;
