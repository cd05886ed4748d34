/** Which files of a repository belong to a part. */

import path from "node:path";
import type { Repository } from "../../check/source/repository.ts";
import type { Place } from "../layout.ts";
import { fillPattern, type PatternValues } from "./pattern.ts";

/** Its file, and all that lies in its folder if it has one. */
export function filesOfPart({ tracked, untracked, read }: Repository, place: Place, values: PatternValues): string[] {
  const own = fillPattern(place.path, values);
  const folder = folderOfPart(place, values);
  return [...tracked, ...untracked]
    .filter((each) => each === own || (folder !== undefined && each.startsWith(`${folder}/`)))
    .filter((each) => read(each) !== undefined)
    .toSorted();
}

export function folderOfPart(place: Place, values: PatternValues): string | undefined {
  if (place.folder !== undefined) return fillPattern(place.folder, values);
  // a part that happens to be called so is a file beside the others
  return mains.has(path.posix.basename(place.path)) ? path.posix.dirname(fillPattern(place.path, values)) : undefined;
}

/** Names of files that stand for the folder that they are in. */
const mains: ReadonlySet<string> = new Set(["default.nix", "package.nix", "flake.nix"]);
