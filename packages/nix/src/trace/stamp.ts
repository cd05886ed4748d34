/**
 * What `stat` says of a whole source. It is the same if that is the same of everything in it; a source in which something had
 * just been changed is never believed by that, because it may have been changed again at once.
 */

import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { StoreError } from "../store/error.ts";
import { isOldEnough } from "./digest.ts";

export interface Stamp {
  readonly text: string;
  /** Seconds: when something in it was changed last, by the time that programs set. */
  readonly modified: number;
  /** The same by the system's own time, which no program sets. */
  readonly changed: number;
}

/** Of a folder or file, with all that is below it; of some of it, where `kept` says what there is. */
export function stampOf(top: string, kept?: ReadonlySet<string>): Stamp {
  const hash = createHash("sha256");
  let [modified, changed] = [0, 0];
  const visit = (path: string): void => {
    const native = nativePath(path);
    const stat = lstatSync(native, { throwIfNoEntry: false });
    if (stat === undefined)
      throw new StoreError({ code: "path-does-not-exist", kind: "mistake", text: `path '${path}' does not exist` });
    const { mode, size, mtimeMs, ctimeMs, ino, dev } = stat;
    modified = Math.max(modified, Math.floor(mtimeMs / 1000));
    // a folder of a repository changes with files that do not belong to the source
    const isPart = kept === undefined || !stat.isDirectory();
    if (isPart) changed = Math.max(changed, Math.ceil(ctimeMs / 1000));
    hash.update(isPart ? `${path}\0${mode} ${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}\n` : `${path}\0\n`, "latin1");
    if (!stat.isDirectory() || kept !== undefined) return;
    for (const name of readdirSync(native, "latin1").toSorted()) visit(path === "/" ? `/${name}` : `${path}/${name}`);
  };
  for (const path of kept === undefined ? [top] : [...kept].toSorted()) visit(path);
  return { text: hash.digest("base64url"), modified, changed };
}

/** The stamp, unless something had just been changed: then it may be changed again, and leave the same one. */
export function trustedStamp({ text, changed }: Stamp, now: number): { readonly stamp?: string } {
  return isOldEnough(changed, now) ? { stamp: text } : {};
}

function nativePath(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
