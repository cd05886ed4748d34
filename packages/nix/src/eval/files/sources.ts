/** Files that become part of the store when a string refers to them. Their paths are computed; nothing is copied. */

import { hashFile, hashNar } from "../../store/nar.ts";
import { makeFixedOutputPath, makeSourcePath } from "../../store/make-path.ts";
import { baseNameOf, isDerivationPath } from "../../store/store-path.ts";
import type { PathFilter } from "../../store/source-tree.ts";
import { coreFiles, shownPath } from "./core-files.ts";
import { checkAllowed, readBytes, resolveLinks, typeAt } from "./files.ts";
import { fail } from "../machine/machine.ts";
import { settings } from "../machine/settings.ts";
import { evaluationTree, rememberObject } from "./store-objects.ts";
import { withUntracked } from "./untracked.ts";
import { type ContextId, contextFrom } from "../memory/strings.ts";
import { lookAt } from "../memory/volatile.ts";
import { inStore } from "../errors/store-errors.ts";

export interface StoredFile {
  readonly path: string;
  readonly context: ContextId;
}

/** The store paths of files that were asked for before, by the path of the file. */
const stored = new Map<string, StoredFile>();

/** For the next evaluation files may be others. */
export function forgetSources(): void {
  stored.clear();
}

/** The store path of a copy of a file or folder. */
export function storePathOfFile(path: string): StoredFile {
  const known = stored.get(path);
  if (known !== undefined) return known;
  if (isDerivationPath(path)) throw fail("eval", "file names are not allowed to end in '.drv'");
  const result = addToStore(path, baseName(path), { links: "keep" });
  stored.set(path, result);
  return result;
}

export interface AddOptions {
  /** Whether the path itself, if it is a link, is followed; those of its folders always are. */
  readonly links: "follow" | "keep";
  readonly filter?: PathFilter;
  /** Just the bytes of one file. */
  readonly flat?: boolean;
}

/** The store path of a copy under a name. */
export function addToStore(path: string, name: string, options: AddOptions): StoredFile {
  lookAt(name);
  if (coreFiles.has(path)) throw fail("limit", `the file ${shownPath(path)} cannot be copied to the store`);
  checkAllowed(path);
  const real = resolveLinks(path, options.links);
  if (typeAt(real) === undefined) {
    // which says why the file cannot be opened
    if (options.flat === true) readBytes(real);
    throw withUntracked(fail("io", `path '${shownPath(real)}' does not exist`), real);
  }
  const { flat = false, filter } = options;
  const leftOut = new Set<string>();
  const storePath = inStore(() => {
    if (flat) return makeFixedOutputPath(settings.storeDir, name, "flat", hashFile(evaluationTree, real));
    const { hash } = hashNar(
      evaluationTree,
      real,
      "sha256",
      filter === undefined ? {} : { filter: remembering(filter, leftOut) },
    );
    return makeSourcePath(settings.storeDir, name, hash);
  });
  rememberObject(storePath, { kind: "copy", file: real, flat, leftOut });
  return { path: storePath, context: contextFrom([storePath]) };
}

/** The filter, and what it says no to. */
function remembering(filter: PathFilter, leftOut: Set<string>): PathFilter {
  return (path, type) => {
    const isKept = filter(path, type);
    if (!isKept) leftOut.add(path);
    return isKept;
  };
}

export function baseName(path: string): string {
  return path === "/" ? "source" : baseNameOf(path);
}
