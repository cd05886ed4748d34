/** `path:` sources: a folder as it is, whatever is in it. */

import { lstatSync, readdirSync } from "node:fs";
import { hashNar, makeSourcePath, printHash, StoreError } from "../../store/index.ts";
import { canonicalPath } from "../../eval/machine/coerce.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { evaluationTree, rememberObject } from "../../eval/files/store-objects.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import type { Input } from "../reference/index.ts";
import { type Source, withAttributes } from "./found.ts";

export function pathSource(input: Input): Source {
  const given = String(input.attributes.get("path"));
  if (!given.startsWith("/")) throw fail("eval", `cannot fetch input 'path:${given}' because it uses a relative path`);
  const folder = canonicalPath(given);
  const { hash } = inStore(() => hashNar(evaluationTree, folder));
  const storePath = makeSourcePath(settings.storeDir, "source", hash);
  rememberObject(storePath, { kind: "copy", file: folder, flat: false, leftOut: new Set() });
  const lastModified = input.attributes.get("lastModified") ?? BigInt(newestIn(folder));
  return { storePath, input: withAttributes(input, { lastModified, narHash: printHash(hash, "sri") }) };
}

/** When the newest thing in a tree was changed, in seconds. */
function newestIn(path: string): number {
  const native = Buffer.from(path, "latin1");
  const stat = lstatSync(native, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new StoreError({ code: "path-does-not-exist", kind: "mistake", text: `path '${path}' does not exist` });
  let newest = Math.floor(stat.mtimeMs / 1000);
  if (!stat.isDirectory()) return newest;
  for (const name of readdirSync(native, "latin1"))
    newest = Math.max(newest, newestIn(path === "/" ? `/${name}` : `${path}/${name}`));
  return newest;
}
