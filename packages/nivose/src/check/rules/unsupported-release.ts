/** A release of nixpkgs that nobody looks after any more. */

import { flakeText } from "../flakes/declared-inputs.ts";
import { nixpkgsExample } from "../flakes/example-lock.ts";
import { day, lockedBelow } from "../flakes/locked-inputs.ts";
import { endOfSupport, isNixpkgs, releaseOf } from "../flakes/nixpkgs-release.ts";
import type { RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "unsupported-release",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "A release of nixpkgs that is out of support",
  explain:
    "A release of NixOS gets updates until a month after the next one: `24.05` until the end of 2024, `24.11` until the end of June " +
    "2025. Then its branch stands still, and mistakes that let attackers in stay in it, however often the lock file is updated. " +
    "Take the next release, and read its release notes first; `system.stateVersion` stays as it is.",
  example: {
    bad: nixpkgsExample({ ref: "nixos-23.11" }),
    good: nixpkgsExample({}),
  },
  *check({ flakes, now }) {
    for (const { file, lock } of flakes) {
      const { inputs } = flakeText(file);
      for (const { path, original, locked, isFlake } of lock === undefined ? [] : lockedBelow(lock)) {
        const input = path.length === 1 ? inputs.get(path[0]!) : undefined;
        const release = isFlake && isNixpkgs(locked) ? releaseOf(original) : undefined;
        if (input === undefined || release === undefined || now / 1000 < endOfSupport(release)) continue;
        yield {
          text: `nixpkgs ${release} is out of support since ${day(endOfSupport(release))}`,
          at: file.at(input.at),
          hint: "read the notes of the release behind it, then change the branch and lock it",
        };
      }
    }
  },
};
