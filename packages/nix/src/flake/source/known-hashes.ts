/** Hashes of sources that were read before, by their stamps. */

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { settings } from "../../eval/machine/settings.ts";
import { isOldEnough } from "../../trace/digest.ts";
import type { Stamp } from "../../trace/stamp.ts";

/** What was found out of the archive of a source. */
export interface Archive {
  readonly narHash: string;
  readonly size: number;
}

/** As many sources are remembered at most. */
const SLOTS = 4096;

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
    if (slot === undefined || !isOldEnough(changed, settings.currentTime)) return;
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
