/** What can be said of a host whose inputs are of another release than that whose options are on paper. */

import { lockedBelow } from "../flakes/locked-inputs.ts";
import { isNixpkgs } from "../flakes/nixpkgs-release.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { Repository } from "../source/repository.ts";

/** Whether its options are those of another release, or may be. */
export function isOfOtherRelease({ isOnPaper, class: sureness }: EvaluatedHost): boolean {
  return isOnPaper && sureness === "heuristic";
}

/** Whether all that was renamed or removed on paper is so for the host: its release is known to be no earlier one. */
export function hasWhatIsGone(host: EvaluatedHost, { flakes }: Repository): boolean {
  if (!isOfOtherRelease(host)) return true;
  const lock = flakes.find(({ folder }) => folder === host.host.flake)?.lock;
  const nixpkgs = (lock === undefined ? [] : lockedBelow(lock)).filter(
    ({ path, locked }) => path.length === 1 && isNixpkgs(locked),
  );
  return nixpkgs.length > 0 && nixpkgs.every(({ locked }) => Number(locked["lastModified"] ?? 0) >= RELEASE_ON_PAPER);
}

/** When NixOS 24.11 was released, in seconds since 1970. */
const RELEASE_ON_PAPER = 1_732_924_800;
