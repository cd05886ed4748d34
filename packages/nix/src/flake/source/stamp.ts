/**
 * Hashes of sources that were read before. A source is the same if `stat` says of everything in it what it said then; one in
 * which something had just been changed is never believed by that, because it may have been changed again at once.
 */

import { createHash, randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { settings } from "../../eval/machine/settings.ts";
import { StoreError } from "../../store/index.ts";

export interface Stamp {
  readonly text: string;
  /** Seconds: when something in it was changed last, by the time that programs set. */
  readonly modified: number;
  /** The same by the system's own time, which no program sets. */
  readonly changed: number;
}

/** What was found out of the archive of a source. */
export interface Archive {
  readonly narHash: string;
  readonly size: number;
}

/** A change as shortly ago as this, in seconds, may not be the last one with its time. */
const TOO_YOUNG = 3;
/** As many sources are remembered at most. */
const SLOTS = 4096;

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

export const hashesByStamp = {
  find(folder: string, { text }: Stamp): Archive | undefined {
    const slot = slotOf(folder);
    if (slot === undefined) return undefined;
    try {
      const [where, stamp, narHash = "", size = ""] = readFileSync(slot, "latin1").split("\n");
      const isKnown = where === nameOf(folder) && stamp === text && narHash !== "" && size !== "";
      return isKnown ? { narHash, size: Number(size) } : undefined;
    } catch {
      return undefined; // nothing is kept, or it cannot be read, which is the same
    }
  },

  keep(folder: string, { text, changed }: Stamp, { narHash, size }: Archive): void {
    const slot = slotOf(folder);
    if (slot === undefined || changed + TOO_YOUNG >= settings.currentTime) return;
    const fresh = Buffer.from(`${slot.toString("latin1")}.${randomUUID()}`, "latin1");
    try {
      mkdirSync(nativePath(slotFolder()), { recursive: true });
      writeFileSync(fresh, `${nameOf(folder)}\n${text}\n${narHash}\n${size}\n`, "latin1");
      renameSync(fresh, slot);
    } catch {
      // what cannot be kept is found out again
    }
  },
};

function slotFolder(): string {
  return `${settings.sourceCache}/hashes`;
}

/** The file for a folder: always the same one, so that there are never more than so many. */
function slotOf(folder: string): Buffer | undefined {
  if (settings.sourceCache === undefined) return undefined;
  const number = createHash("sha256").update(folder, "latin1").digest().readUInt32BE() % SLOTS;
  return nativePath(`${slotFolder()}/${number}`);
}

function nameOf(folder: string): string {
  return encodeURI(folder);
}

function nativePath(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
