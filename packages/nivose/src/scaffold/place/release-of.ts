/** The release of nixpkgs that a repository uses, as its flakes ask for it. */

import { newestRelease } from "../release.ts";
import type { Site } from "../site/site.ts";

export function releaseOf(site: Site): string {
  return /\d\d\.\d\d/u.exec(nixpkgsOf(site))?.[0] ?? newestRelease;
}

/** The address of nixpkgs. */
export function nixpkgsOf({ repository }: Site): string {
  const addresses = repository.flakes
    .flatMap(({ inputs }) => inputs)
    .filter(({ name }) => name === "nixpkgs")
    .flatMap(({ from }) => from ?? []);
  return addresses[0] ?? `github:NixOS/nixpkgs/nixos-${newestRelease}`;
}
