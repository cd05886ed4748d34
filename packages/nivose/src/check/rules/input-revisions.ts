/** Sibling flakes that lock one input at different revisions. */

import { flakeText } from "../flakes/declared-inputs.ts";
import { exampleLock, nixpkgsNode } from "../flakes/example-lock.ts";
import { day, lockedAt, lockedBelow, type LockedInput, shortRevision, sourceName } from "../flakes/locked-inputs.ts";
import type { Found, Place } from "../finding.ts";
import type { RepositoryRule } from "../rule.ts";
import type { FlakeSource } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";

export const rule: RepositoryRule = {
  code: "input-revisions",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "repository",
  title: "One input at two revisions in one repository",
  explain:
    "Two flakes of the repository that belong together take the same branch of the same source, and their lock files have different revisions of " +
    "it. Each flake has a lock file of its own, and an update of one leaves the others where they were: a module is tested with one nixpkgs and deployed " +
    "with another. Update all of them together. Flakes belong together if one takes the other, directly or through others, or if both have hosts.",
  example: {
    bad: exampleFleet(1_733_000_000),
    good: exampleFleet(1_735_500_000),
  },
  *check({ flakes }) {
    for (const group of connected(flakes)) {
      const bySource = new Map<string, Taken[]>();
      for (const flake of group) {
        for (const input of flake.lock === undefined ? [] : lockedBelow(flake.lock)) {
          const source = sourceName(input.original);
          const isPinned = input.original["rev"] !== undefined;
          if (input.path.length > 1 || source === undefined || isPinned || input.locked["rev"] === undefined) continue;
          const key = `${source} ${String(input.original["ref"])}`;
          bySource.set(key, [...(bySource.get(key) ?? []), { flake, input }]);
        }
      }
      for (const taken of bySource.values()) yield* different(taken);
    }
  },
};

interface Taken {
  readonly flake: FlakeSource;
  readonly input: LockedInput;
}

function* different(taken: readonly Taken[]): Generator<Found> {
  if (new Set(taken.map(({ input }) => input.locked["rev"])).size < 2) return;
  const [oldest, ...others] = taken.toSorted(
    (a, b) => (lockedAt(a.input.locked) ?? 0) - (lockedAt(b.input.locked) ?? 0),
  );
  const other = others.filter(({ input }) => input.locked["rev"] !== oldest!.input.locked["rev"]);
  const newest = other.at(-1)!;
  yield {
    text: `'${oldest!.input.path[0]}' is locked at ${revision(oldest!.input)} here, and at ${revision(newest.input)} in ${folderText(newest.flake)}`,
    at: placeOf(oldest!),
    related: other.map((each) => ({ text: `at ${revision(each.input)}`, at: placeOf(each) })),
    hint: "update the lock files of all of them together",
  };
}

function placeOf({ flake: { file }, input }: Taken): Place {
  const declared = flakeText(file).inputs.get(input.path[0]!);
  return declared === undefined ? { file: file.name } : file.at(declared.at);
}

function revision({ locked }: LockedInput): string {
  const time = lockedAt(locked);
  return `${shortRevision(locked)}${time === undefined ? "" : ` of ${day(time)}`}`;
}

function folderText({ folder }: FlakeSource): string {
  return folder === "" ? "the flake at the top" : `'${folder}'`;
}

/** Flakes that take each other, directly or through others, and those with hosts, in groups. */
function connected(flakes: readonly FlakeSource[]): readonly FlakeSource[][] {
  const groups: FlakeSource[][] = [];
  for (const flake of flakes) {
    const near = groups.filter((group) => group.some((other) => isBeside(flake, other) || isBeside(other, flake)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), flake]);
  }
  return groups;
}

function isBeside({ inputs, file: own }: FlakeSource, { folder, file: other }: FlakeSource): boolean {
  return inputs.some(({ flake }) => flake === folder) || (hasHosts(own) && hasHosts(other));
}

function hasHosts(file: SourceFile): boolean {
  return /\b(?:nixos|darwin|home)Configurations\b/u.test(Buffer.from(file.bytes).toString("latin1"));
}

function exampleFleet(locked: number): Readonly<Record<string, string>> {
  const flake = (more: string, names: string): string =>
    `{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";\n${more}\n  outputs = { ${names}, ... }: { inherit ${names.replace(",", "")}; };\n}\n`;
  const web = { locked: { path: "./web", type: "path" }, original: { path: "./web", type: "path" }, parent: [] };
  return {
    "flake.nix": flake(
      '  inputs.web.url = "path:./web";\n  inputs.web.inputs.nixpkgs.follows = "nixpkgs";\n',
      "nixpkgs, web",
    ),
    "flake.lock": exampleLock(
      { nixpkgs: nixpkgsNode({}), web: { inputs: { nixpkgs: ["nixpkgs"] }, ...web } },
      { nixpkgs: "nixpkgs", web: "web" },
    ),
    "web/flake.nix": flake("", "nixpkgs"),
    "web/flake.lock": exampleLock({ nixpkgs: nixpkgsNode({ locked }) }, { nixpkgs: "nixpkgs" }),
  };
}
