/** Whether a folder of a host is saved elsewhere, as far as its jobs tell. */

import type { BackupsFact } from "../hosts/facts/backups.ts";

export type BackedUp = "saved" | "missed" | "unknown";

export function backedUp(folder: string, { jobs, others }: BackupsFact): BackedUp {
  if (
    jobs.some(
      ({ paths, exclude }) =>
        paths.some((path) => isWithin(folder, path)) && !exclude.some((each) => isWithin(folder, each)),
    )
  )
    return "saved";
  // somebody has chosen what of it is worth keeping
  const isChosen = jobs.some(({ paths }) => paths.some((path) => isWithin(path, folder)));
  if (isChosen) return "unknown";
  const isSaidOtherwise = others.length > 0 || jobs.some(({ hasMore }) => hasMore);
  return isSaidOtherwise || jobs.length === 0 ? "unknown" : "missed";
}

/** Whether a folder is another one or lies below it. */
export function isWithin(folder: string, other: string): boolean {
  const [inner, outer] = [folder, other].map((each) => each.replace(/\/+$/u, ""));
  return inner === outer || inner!.startsWith(`${outer!}/`);
}
