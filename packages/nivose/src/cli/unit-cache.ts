/** Where compiled files of Nix are kept from one run to the next. */

import { existsSync, mkdtempSync, readdirSync, rmdirSync } from "node:fs";
import path from "node:path";
import type { UnitCacheRequest } from "@nivose/nix/evaluation";
import type { Context } from "./context.ts";

/**
 * Below the user's cache folder, in one folder for each build of this program. Nothing if there is no such place, or if there must not be any.
 */
export function unitCacheOf(context: Pick<Context, "environment">): UnitCacheRequest | undefined {
  const base = cacheHome(context);
  if (base === undefined) return undefined;
  return { folder: path.join(base, "units", buildName()) };
}

/** One for each build of this program: the names of its files have hashes of their contents in them. */
export function buildName(): string {
  return shortHash(
    readdirSync(import.meta.dirname)
      .sort()
      .join("\n"),
  );
}

/**
 * 64 bits, by FNV-1a with two beginnings. It is asked for before anything else happens, and to load what hashes better takes
 * three milliseconds.
 */
function shortHash(text: string): string {
  return [0x811c_9dc5, 0x9747_b28c]
    .map((start) => {
      let hash = start;
      for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
      return (hash >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}

/** The folder of everything that could be made again. */
export function cacheHome({ environment }: Pick<Context, "environment">): string | undefined {
  const home = environment["HOME"];
  // a home that does not exist is not made
  const base = environment["XDG_CACHE_HOME"] || (home && existsSync(home) ? path.join(home, ".cache") : undefined);
  if (base === undefined || !path.isAbsolute(base)) return undefined;
  const folder = path.join(base, "nivose");
  return existsSync(folder) || holdsFolders(base) ? folder : undefined;
}

/** Where no folder can be made, as in `/proc`, Node would try to make those above it for ever. */
function holdsFolders(base: string): boolean {
  let above = base;
  while (!existsSync(above)) above = path.dirname(above);
  try {
    rmdirSync(mkdtempSync(path.join(above, ".nivose-")));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
  return true;
}
