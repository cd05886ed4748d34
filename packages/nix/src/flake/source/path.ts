/** `path:` sources: a folder as it is, whatever is in it. */

import { canonicalPath } from "../../eval/machine/coerce.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { fail } from "../../eval/machine/machine.ts";
import type { Input } from "../reference/index.ts";
import { type Source, withAttributes } from "./found.ts";
import { stampOf } from "./stamp.ts";
import { storeSource } from "./stored.ts";

export function pathSource(input: Input): Source {
  const given = String(input.attributes.get("path"));
  if (!given.startsWith("/")) throw fail("eval", `cannot fetch input 'path:${given}' because it uses a relative path`);
  const folder = canonicalPath(given);
  const stamp = inStore(() => stampOf(folder));
  const { storePath, narHash } = storeSource(
    { kind: "copy", file: folder, flat: false, leftOut: new Set() },
    "source",
    stamp,
  );
  const lastModified = input.attributes.get("lastModified") ?? BigInt(stamp.modified);
  return { storePath, input: withAttributes(input, { lastModified, narHash }) };
}
