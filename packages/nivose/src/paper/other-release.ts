/** Whether what is on paper is of the release that a fleet is locked to. */

import type { PaperClass } from "../fleet/host.ts";
import { releaseOf } from "./release.ts";
import type { Substitute } from "./substitute.ts";

/** How far answers can be relied on for which these were taken; nothing if none was, so that they are certain. */
export function paperClassOf(substitutes: readonly Substitute[]): PaperClass | undefined {
  if (substitutes.length === 0) return undefined;
  return isListedRelease(substitutes) ? "paper" : "heuristic";
}

/**
 * Whether all that declares options is of the release that paper has. Of what is of another, or of nobody knows which, an
 * option or a package that paper does not have may well exist.
 */
export function isListedRelease(substitutes: readonly Substitute[]): boolean {
  return !substitutes.some((each) => declaresOptions(each, substitutes) && isOfOtherRelease(each));
}

/** What flakes on paper take for themselves, declares none for anybody else. */
function declaresOptions({ input, paper }: Substitute, substitutes: readonly Substitute[]): boolean {
  if (paper?.name === "nixpkgs-lib") return false;
  return !substitutes.some((each) => each.paper !== undefined && input.startsWith(`${each.input}/`));
}

/** Only what has branches for releases is of one. Of what is not locked nobody knows what it will be. */
export function isOfOtherRelease(substitute: Substitute): boolean {
  const release = substitute.paper?.release;
  return release !== undefined && releaseOf(substitute) !== release;
}
