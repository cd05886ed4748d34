/**
 * The store as an evaluation sees it. What an expression puts there is only computed, never written; where it is read
 * again, it is looked for where it came from: a text or a derivation in memory, a copy at the path that was copied.
 * Everything else is where the store is on the disk.
 */

import { printDerivation } from "../../store/aterm-printer.ts";
import { type Derivation, referencesOf } from "../../store/derivation.ts";
import { diskTree } from "../../store/disk-tree.ts";
import { StoreError } from "../../store/error.ts";
import { storeMessages } from "../../store/messages.ts";
import type { FileStatus, SourceTree } from "../../store/source-tree.ts";
import { ContentDigest } from "../../trace/digest.ts";
import { settings } from "../machine/settings.ts";
import { areReadsNoted, noteContent, noteExecutable, noteNames, noteTarget, noteType } from "./reads.ts";

export type StoreObject =
  | { readonly kind: "text"; readonly text: string; readonly references: readonly string[] }
  | {
      readonly kind: "copy";
      /** What was copied, without links among its folders. */
      readonly file: string;
      /** Just the bytes of one file, which nobody may execute. */
      readonly flat: boolean;
      /** The paths below it that a filter has left out. */
      readonly leftOut: ReadonlySet<string>;
      /** All that there is of it, where that is less than what is on the disk. */
      readonly kept?: ReadonlySet<string>;
    };

const objects = new Map<string, StoreObject>();
const derivations = new Map<string, Derivation>();

/** What one evaluation has put into the store is not there for another one. */
export function forgetObjects(): void {
  objects.clear();
  derivations.clear();
}

export interface ObjectsMark {
  readonly objects: number;
  readonly derivations: number;
}

export function markObjects(): ObjectsMark {
  return { objects: objects.size, derivations: derivations.size };
}

/** Forgets what was put into the store since; a map keeps the order in which its entries were made. */
export function undoObjects(mark: ObjectsMark): void {
  for (const path of [...objects.keys()].slice(mark.objects)) objects.delete(path);
  for (const path of [...derivations.keys()].slice(mark.derivations)) derivations.delete(path);
}

export function rememberObject(path: string, object: StoreObject, replace = false): void {
  if (replace || !objects.has(path)) objects.set(path, object);
}

export function rememberDerivation(path: string, derivation: Derivation): void {
  derivations.set(path, derivation);
}

export function knownDerivation(path: string): Derivation | undefined {
  return derivations.get(path);
}

/** What the expression has put at a path of the store. */
export function storeObject(path: string): StoreObject | undefined {
  const object = objects.get(path);
  if (object !== undefined) return object;
  const derivation = derivations.get(path);
  if (derivation === undefined) return undefined;
  const text = printDerivation(settings.storeDir, derivation);
  return { kind: "text", text, references: referencesOf(derivation) };
}

/** Where a path is found. A text has no place on the disk, and nothing is below it. */
export type Place =
  | { readonly kind: "disk"; readonly path: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "nowhere"; readonly reason: "ENOENT" | "ENOTDIR"; readonly path: string };

/** The path that the system knows something under; the same one for all that is not in the store. */
export function placeOf(path: string): Place {
  const { storeDir, storePlace } = settings;
  if (!path.startsWith(storeDir) || path[storeDir.length] !== "/") return { kind: "disk", path };
  const slash = path.indexOf("/", storeDir.length + 1);
  const object = storeObject(slash < 0 ? path : path.slice(0, slash));
  const below = slash < 0 ? "" : path.slice(slash);
  if (object === undefined) return { kind: "disk", path: storePlace + path.slice(storeDir.length) };
  if (object.kind === "text") {
    return below === "" ? { kind: "text", text: object.text } : { kind: "nowhere", reason: "ENOTDIR", path };
  }
  const source = object.file === "/" ? below || "/" : object.file + below;
  const isThere = object.kept?.has(source) ?? !isLeftOut(object.leftOut, object.file, source);
  return isThere ? placeOf(source) : { kind: "nowhere", reason: "ENOENT", path: source };
}

/** Whether a filter has left out the path or one of the folders around it. */
function isLeftOut(leftOut: ReadonlySet<string>, top: string, path: string): boolean {
  if (leftOut.size === 0) return false;
  for (let end = path.length; end > top.length; end = path.lastIndexOf("/", end - 1)) {
    if (leftOut.has(path.slice(0, end))) return true;
  }
  return false;
}

/** All files as an evaluation sees them, for archives and hashes. */
export const evaluationTree: SourceTree = {
  status(path) {
    const place = placeOf(path);
    if (place.kind === "text") return { type: "regular", size: place.text.length, executable: false };
    const status = diskTree.status(onDisk(place, path));
    if (place.kind === "disk") noteStatus(place.path, status);
    return status.executable && isFlat(path) ? { ...status, executable: false } : status;
  },
  readFolder(path) {
    const place = onDisk(placeOf(path), path);
    const names = diskTree
      .readFolder(place)
      .filter((name) => placeOf(path === "/" ? `/${name}` : `${path}/${name}`).kind !== "nowhere");
    noteNames(place, names);
    return names;
  },
  readLink(path) {
    const place = onDisk(placeOf(path), path);
    const target = diskTree.readLink(place);
    noteTarget(place, target);
    return target;
  },
  copyFile(path, write, size) {
    const place = placeOf(path);
    if (place.kind === "text") write(Buffer.from(place.text, "latin1"));
    else if (areReadsNoted()) copyAndNote(onDisk(place, path), write, size);
    else diskTree.copyFile(onDisk(place, path), write, size);
  },
};

function noteStatus(place: string, { type, executable }: FileStatus): void {
  noteType(place, type);
  if (type === "regular") noteExecutable(place, executable);
}

function copyAndNote(place: string, write: (piece: Uint8Array) => void, size: number | undefined): void {
  const digest = new ContentDigest();
  const both = (piece: Uint8Array): void => {
    digest.add(piece);
    write(piece);
  };
  diskTree.copyFile(place, both, size);
  noteContent(place, () => digest.end());
}

function isFlat(path: string): boolean {
  const object = objects.get(path);
  return object?.kind === "copy" && object.flat;
}

function onDisk(place: Place, path: string): string {
  if (place.kind === "disk") return place.path;
  throw new StoreError(storeMessages["path-does-not-exist"](path));
}
