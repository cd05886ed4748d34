/** Of which release of NixOS the inputs of a flake are, as far as their branches and revisions tell. */

import pins from "../../../../data/pins.json" with { type: "json" };
import type { Substitute } from "./substitutes.ts";

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

export function releaseOf({ repository, locked }: Pick<Substitute, "repository" | "locked">): string | undefined {
  const named = /(?<!\d)\d\d\.\d\d(?!\d)/u.exec(repository.branch ?? "")?.[0];
  return named ?? Object.entries(revisions).find(([, revs]) => revs.includes(locked?.["rev"]))?.[0];
}

const revisions: Readonly<Record<string, readonly unknown[]>> = Object.fromEntries(
  Object.entries(pins).map(([release, flakes]) => [
    release,
    Object.entries(flakes).flatMap(([name, { rev }]) => (name.startsWith("nixpkgs") ? [rev] : [])),
  ]),
);
