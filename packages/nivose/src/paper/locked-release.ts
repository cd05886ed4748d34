/** The release of a host whose inputs are on paper of another one: its lock file says it, and its configuration does not. */

import { type FleetHost, isProblem } from "../fleet/host.ts";
import { releaseOf } from "./release.ts";
import type { Substitute } from "./substitute.ts";

const products = { nixos: "nixpkgs", darwin: "nix-darwin", home: "home-manager" } as const;

export function withLockedRelease<Host extends FleetHost>(host: Host, substitutes: readonly Substitute[]): Host {
  const { facts, kind } = host;
  if (isProblem(facts) || facts.details === undefined || facts.unknown["release"] === undefined) return host;
  const release = lockedRelease(products[kind], substitutes);
  if (release === undefined) return host;
  const { release: _, ...unknown } = facts.unknown;
  return { ...host, facts: { ...facts, unknown, details: { ...facts.details, release } } };
}

/** If the fleet has several of them, nobody knows which one the host is made with. */
function lockedRelease(product: string, substitutes: readonly Substitute[]): string | undefined {
  const taken = substitutes.filter(
    ({ input, paper }) => !input.includes("/") && paper?.name.replace(/-\d\d\.\d\d$/u, "") === product,
  );
  const [release, ...others] = new Set(taken.map(releaseOf));
  return others.length === 0 ? release : undefined;
}
