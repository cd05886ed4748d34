/**
 * Overrides for all inputs of a flake that are at hand. What an input is, its lock file says: `owner/repository`, or the URL
 * where it has no owner. A file of inputs names folders by that, alone or with the revision behind it, all in lower case:
 *
 *     { "nixos/nixpkgs": "/a/folder", "numtide/flake-utils/b1d9ab70662946ef0850d488da1c9019f3a9752a": "/another" }
 */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

export type InputFolders = ReadonlyMap<string, string>;

export interface Override {
  /** `a/b` */
  readonly input: string;
  /** `path:/a/folder` */
  readonly flake: string;
}

export function readInputs(file: string): InputFolders {
  const folders = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return new Map(Object.entries(folders).map(([name, folder]) => [name, path.resolve(path.dirname(file), folder)]));
}

/** For every input of a flake that has a lock file. */
export function overridesFor(flake: string, folders: InputFolders): Override[] {
  const overrides: Override[] = [];
  const visit = (place: Place, way: readonly string[]): void => {
    for (const [name, below] of nodesBelow(place)) {
      const { locked = {} } = below.node;
      const input = [...way, name];
      const folder = folderOf(locked, folders);
      // what stands below an input that is not at hand stays as the lock file has it
      if (folder === undefined) continue;
      const dir = locked.dir === undefined ? "" : `?dir=${locked.dir}`;
      overrides.push({ input: input.join("/"), flake: `path:${folder}${dir}` });
      // another revision than the locked one can have inputs that the lock file does not know
      const own = lockIn(path.join(folder, locked.dir ?? ""));
      visit({ ...below, more: own.filter(([each]) => below.node.inputs?.[each] === undefined) }, input);
    }
  };
  const top = readLock(flake);
  if (top !== undefined) visit({ lock: top, node: top.nodes[top.root]!, above: [], more: [] }, []);
  return overrides;
}

/** A node of a lock file, and those above it, because their inputs can go around in a circle. */
interface Place {
  readonly lock: Lock;
  readonly node: LockNode;
  readonly above: readonly LockNode[];
  readonly more: readonly (readonly [string, Place])[];
}

function nodesBelow({ lock, node, above, more }: Place): (readonly [string, Place])[] {
  const own = Object.entries(node.inputs ?? {}).flatMap(([name, edge]) => {
    // what follows another input is overridden with that one
    const below = typeof edge === "string" ? lock.nodes[edge] : undefined;
    if (below === undefined || above.includes(below)) return [];
    return [[name, { lock, node: below, above: [...above, below], more: [] }] as const];
  });
  return [...own, ...more];
}

function lockIn(folder: string): (readonly [string, Place])[] {
  const lock = readLock(folder);
  return lock === undefined ? [] : nodesBelow({ lock, node: lock.nodes[lock.root]!, above: [], more: [] });
}

function readLock(folder: string): Lock | undefined {
  const file = path.join(folder, "flake.lock");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Lock) : undefined;
}

interface Lock {
  readonly root: string;
  readonly nodes: Readonly<Record<string, LockNode>>;
}

interface LockNode {
  readonly inputs?: Readonly<Record<string, string | readonly string[]>>;
  readonly locked?: Locked;
}

interface Locked {
  readonly owner?: string;
  readonly repo?: string;
  readonly rev?: string;
  readonly url?: string;
  readonly path?: string;
  readonly dir?: string;
}

function folderOf(locked: Locked, folders: InputFolders): string | undefined {
  const name = nameOf(locked).toLowerCase();
  return folders.get(`${name}/${locked.rev ?? ""}`) ?? folders.get(name);
}

/** Archives and clones of a repository are the repository. */
export function nameOf({ owner, repo, url, path: place = "" }: Locked): string {
  if (owner !== undefined && repo !== undefined) return `${owner}/${repo}`;
  if (url === undefined) return place;
  for (const form of REPOSITORIES) {
    const found = form.exec(url)?.[1];
    if (found !== undefined) return found;
  }
  return /nixpkgs-weekly|releases\.nixos\.org/.test(url) ? "nixos/nixpkgs" : url;
}

const REPOSITORIES = [
  /github\.com[/:]([^/]+\/[^/?]+?)(?:\.git)?(?:[/?]|$)/,
  /\/api\/v1\/repos\/([^/]+\/[^/]+)\//,
  /flakehub\.com\/f\/(?:pinned\/)?([^/]+\/[^/]+)\//,
  /git\.[^/]+\/([^/]+\/[^/?]+?)(?:\.git)?(?:[/?]|$)/,
];
