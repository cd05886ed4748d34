/** Which flakes of a repository take which, by what their files say: also one that is not there. */

import path from "node:path";
import type { Site } from "../../site/site.ts";

/** The folders of the flakes of the repository that a flake takes. */
export function siblingsOf({ repository }: Site, folder: string): readonly string[] {
  const flake = repository.flakes.find((each) => each.folder === folder);
  return (flake?.inputs ?? []).flatMap(({ from, flake: known }) => {
    if (known !== undefined) return [known];
    const local = /^path:(\.{1,2}\/[^?]*)/u.exec(from ?? "")?.[1];
    return local === undefined ? [] : [path.posix.join(folder, local).replace(/\/$/u, "")];
  });
}

/** The way from one flake to another, both included. */
export function wayBetween(
  site: Site,
  from: string,
  to: string,
  passed: readonly string[] = [],
): readonly string[] | undefined {
  if (from === to) return [...passed, from];
  if (passed.includes(from)) return undefined;
  for (const next of siblingsOf(site, from)) {
    const way = wayBetween(site, next, to, [...passed, from]);
    if (way !== undefined) return way;
  }
  return undefined;
}
