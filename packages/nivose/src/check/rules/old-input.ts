/** Nixpkgs that has not been updated for a long time. */

import { flakeText } from "../flakes/declared-inputs.ts";
import { day, lockedAt, lockedBelow } from "../flakes/locked-inputs.ts";
import { isNixpkgs } from "../flakes/nixpkgs-release.ts";
import { nixpkgsExample } from "../flakes/example-lock.ts";
import type { RepositoryRule } from "../rule.ts";

export const rule: RepositoryRule = {
  code: "old-input",
  family: "fleet",
  level: "note",
  class: "certain",
  reads: "repository",
  title: "Nixpkgs that was locked half a year ago",
  explain:
    "A lock file keeps everything as it is, the mistakes that have been mended since included. Nixpkgs is where the security updates of " +
    "a machine come from, so a lock file that is older than half a year (180 days) lacks all of those of that time. " +
    "`nix flake update nixpkgs`, or `nivose lock --update nixpkgs`, brings it up to date; a job that proposes it every week is what most " +
    "fleets have. Only nixpkgs is looked at: other inputs may well have no news for a year.",
  example: {
    bad: nixpkgsExample({ locked: 1_700_000_000 }),
    good: nixpkgsExample({}),
  },
  *check({ flakes, now }) {
    for (const { file, lock } of flakes) {
      const { inputs } = flakeText(file);
      for (const { path, locked, isFlake } of lock === undefined ? [] : lockedBelow(lock)) {
        const input = path.length === 1 ? inputs.get(path[0]!) : undefined;
        const time = isFlake && isNixpkgs(locked) ? lockedAt(locked) : undefined;
        const days = time === undefined ? 0 : Math.floor((now / 1000 - time) / DAY);
        if (input === undefined || time === undefined || days <= MOST) continue;
        yield {
          text: `'${input.name}' is of ${day(time)}, ${days} days ago, and has no security update since`,
          at: file.at(input.at),
          hint: `run 'nix flake update ${input.name}' or 'nivose lock --update ${input.name}'`,
        };
      }
    }
  },
};

const DAY = 86_400;
/** Days. */
const MOST = 180;
