/** `path:` sources: a folder as it is, whatever is in it. */

import { canonicalPath } from "../../eval/machine/coerce.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { placeOf } from "../../eval/files/store-objects.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { isStorePath, nameOf, StoreError } from "../../store/index.ts";
import { storeMessages } from "../../store/messages.ts";
import type { Input } from "../reference/index.ts";
import { type Source, withAttributes } from "./found.ts";
import { stampOf } from "./stamp.ts";
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
  const { storePath, narHash } = storeSource(
    { kind: "copy", file: folder, flat: false, leftOut: new Set() },
    "source",
    stamp,
  );
  const lastModified = input.attributes.get("lastModified") ?? BigInt(timeInStore(folder) ?? stamp.modified);
  return { storePath, input: withAttributes(input, { lastModified, narHash }) };
}

/** Of everything in the store. */
const STORE_TIME = 1;

/** The time of what is in the store; Nix does not look for that of a source, which it takes as it is. */
function timeInStore(folder: string): number | undefined {
  if (!folder.startsWith(`${settings.storeDir}/`)) return undefined;
  return isStorePath(settings.storeDir, folder) && nameOf(folder) === "source" ? 0 : STORE_TIME;
}
