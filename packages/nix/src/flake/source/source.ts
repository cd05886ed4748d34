/** Sources of flakes: where a tree is found, and what is known of it. */

import { existsSync } from "node:fs";
import { allowStorePath } from "../../eval/files/files.ts";
import { rememberObject } from "../../eval/files/store-objects.ts";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { makeSourcePath, parseSriHash, printHash } from "../../store/index.ts";
import { inFlake } from "../errors.ts";
import { type Input, inputUrl, printUrl, type Surroundings } from "../reference/index.ts";
import { gitSource } from "./git.ts";
import { pathSource } from "./path.ts";
import { type InputPath, printInputPath } from "../lock/graph.ts";
import type { Source } from "./found.ts";

/** `isFinal` says that the input comes from a lock file, which knows all that there is to know. `path` is for messages. */
export function fetchSource(input: Input, isFinal: boolean, surroundings: Surroundings, path?: InputPath): Source {
  const { attributes } = input;
  const hash = attributes.get("narHash");
  if (isFinal && typeof hash === "string" && hash !== "") {
    const found = keptSource(input, hash);
    if (found !== undefined) return found;
  }
  const type = attributes.get("type");
  const fetched = type === "path" ? pathSource(input) : type === "git" ? gitSource(input, surroundings) : undefined;
  if (fetched === undefined) throw outOfReach(input, surroundings, path);
  return checked(input, fetched, surroundings);
}

/** A source that the store or the cache of sources has. */
function keptSource(input: Input, narHash: string): Source | undefined {
  const hash = inFlake(() => parseSriHash(narHash));
  const name = input.attributes.get("name");
  const storePath = makeSourcePath(settings.storeDir, typeof name === "string" ? name : "source", hash);
  const inStore = settings.storePlace + storePath.slice(settings.storeDir.length);
  if (existsSync(Buffer.from(inStore, "latin1"))) {
    allowStorePath(storePath);
    return { storePath, input };
  }
  if (settings.sourceCache === undefined) return undefined;
  const folder = `${settings.sourceCache}/${printHash(hash, "nix32")}`;
  if (!existsSync(Buffer.from(folder, "latin1"))) return undefined;
  rememberObject(storePath, { kind: "copy", file: folder, flat: false, leftOut: new Set() });
  return { storePath, input };
}

/** What a reference says of its source has to be so. */
function checked(wanted: Input, { storePath, input }: Source, surroundings: Surroundings): Source {
  const url = (): string => inFlake(() => printUrl(inputUrl(wanted, surroundings)));
  for (const name of ["narHash", "lastModified", "rev", "revCount"]) {
    const before = wanted.attributes.get(name);
    const now = input.attributes.get(name);
    if (before === undefined || before === "" || before === now) continue;
    if (name === "narHash")
      throw fail("eval", `NAR hash mismatch in input '${url()}', expected '${before}' but got '${now}'`);
    const told = name === "rev" || name === "revCount" ? "" : `, got ${now}`;
    throw fail("eval", `'${name}' attribute mismatch in input '${url()}', expected ${before}${told}`);
  }
  return { storePath, input };
}

function outOfReach(input: Input, surroundings: Surroundings, path: InputPath | undefined): Error {
  const url = inFlake(() => printUrl(inputUrl(input, surroundings)));
  const isLocked = input.attributes.has("narHash");
  const what =
    path === undefined || path.length === 0 ? `the source '${url}'` : `the input '${printInputPath(path)}' ('${url}')`;
  const where = isLocked
    ? "is neither in the store nor in the cache of sources"
    : "is not locked, and would have to be fetched";
  return fail("limit", `${what} ${where}; evaluation uses no network`);
}
