/** Sources as objects of the store: under the path that their archive's hash gives them. */

import { hashNar, makeSourcePath, printHash, parseSriHash } from "../../store/index.ts";
import { inStore } from "../../eval/errors/store-errors.ts";
import { allowStorePath } from "../../eval/files/files.ts";
import { evaluationTree, rememberObject, type StoreObject } from "../../eval/files/store-objects.ts";
import { unnoted } from "../../eval/files/reads.ts";
import { settings } from "../../eval/machine/settings.ts";
import type { Stamp } from "../../trace/stamp.ts";
import { type Archive, hashesByStamp } from "./known-hashes.ts";

export interface StoredSource extends Archive {
  readonly storePath: string;
}

/** `stamp` is what `stat` says of all that is in it: the same stamp, the same hash. */
export function storeSource(object: StoreObject & { readonly kind: "copy" }, name: string, stamp: Stamp): StoredSource {
  const known = hashesByStamp.find(object.file, stamp);
  const archive = known ?? archiveOf(object);
  const { narHash } = archive;
  if (known === undefined) hashesByStamp.keep(object.file, stamp, archive);
  const storePath = makeSourcePath(settings.storeDir, name, parseSriHash(narHash));
  allowStorePath(storePath);
  // what is in the store already stays what it is
  if (storePath !== object.file) rememberObject(storePath, object);
  return { storePath, ...archive };
}

function archiveOf(object: StoreObject): Archive {
  // its own path is known only once it is hashed, so it is looked at under a name that no other object has
  const aside = `${settings.storeDir}/${"0".repeat(32)}-source`;
  rememberObject(aside, object, true);
  const { hash, size } = unnoted(() => inStore(() => hashNar(evaluationTree, aside)));
  return { narHash: printHash(hash, "sri"), size };
}
