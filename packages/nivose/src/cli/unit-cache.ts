/** Where compiled files of Nix are kept from one run to the next. */

import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { UnitCacheRequest } from "@nivose/nix/evaluation";
import type { Context } from "./context.ts";

/**
 * Below the user's cache folder, in one folder for each build of this program: the names of its files have hashes of
 * their contents in them. Nothing if there is no such place, or if there must not be any.
 */
export function unitCacheOf({ environment }: Context): UnitCacheRequest | undefined {
  const home = environment["HOME"];
  // a home that does not exist is not made
  const base = environment["XDG_CACHE_HOME"] || (home && existsSync(home) ? path.join(home, ".cache") : undefined);
  if (base === undefined || !path.isAbsolute(base)) return undefined;
  const build = createHash("sha256")
    .update(
      readdirSync(import.meta.dirname)
        .sort()
        .join("\n"),
    )
    .digest("hex");
  return { folder: path.join(base, "nivose/units", build.slice(0, 16)) };
}
