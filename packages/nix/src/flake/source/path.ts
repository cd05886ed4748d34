/** `path:` sources: a folder as it is, whatever is in it. */

import { canonicalPath } from "../../eval/machine/coerce.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { placeOf } from "../../eval/files/store-objects.ts";
import { noteSource, noteWhole } from "../../eval/files/reads.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { isStorePath, nameOf, StoreError } from "../../store/index.ts";
import { storeMessages } from "../../store/messages.ts";
import type { Input } from "../reference/index.ts";
import { type Source, withAttributes } from "./found.ts";
import { type Stamp, stampOf, trustedStamp } from "../../trace/stamp.ts";
import { storeSource } from "./stored.ts";

export function pathSource(input: Input): Source {
  const given = String(input.attributes.get("path"));
  if (!given.startsWith("/")) throw fail("eval", `cannot fetch input 'path:${given}' because it uses a relative path`);
  const folder = canonicalPath(given);
  const stamp = inStore(() => {
    const place = placeOf(folder);
    if (place.kind === "disk") return stampOf(place.path);
    if (place.kind === "text") return { text: folder, modified: STORE_TIME, changed: Infinity };
    throw new StoreError(storeMessages["path-does-not-exist"](folder));
  });
  const { storePath, narHash, size } = storeSource(
    { kind: "copy", file: folder, flat: false, leftOut: new Set() },
    "source",
    stamp,
  );
  const whole = { modified: stamp.modified };
  noteSource({ folder, kind: "folder", storePath, narHash, whole, ...trustedStamp(stamp, settings.currentTime) });
  if (input.attributes.has("narHash")) noteWhole(storePath); // which is held against it
  const lastModified = input.attributes.get("lastModified") ?? BigInt(timeInStore(folder) ?? timeOf(stamp, size));
  return { storePath, input: withAttributes(input, { lastModified, narHash }) };
}

/** Of everything in the store. */
const STORE_TIME = 1;

/** The time of what is in the store; Nix does not look for that of a source, which it takes as it is. */
function timeInStore(folder: string): number | undefined {
  if (!folder.startsWith(`${settings.storeDir}/`)) return undefined;
  return isStorePath(settings.storeDir, folder) && nameOf(folder) === "source" ? 0 : STORE_TIME;
}

/**
 * Nix learns the time of a folder at the end of its archive, and does not get there if it writes into its store itself and
 * the archive is larger than its buffer.
 */
function timeOf({ modified }: Stamp, size: number): number {
  return settings.ownsStore && size >= BUFFER_SIZE ? 0 : modified;
}

/** `nar-buffer-size`, as it is unless somebody says otherwise. */
const BUFFER_SIZE = 32 * 2 ** 20;
