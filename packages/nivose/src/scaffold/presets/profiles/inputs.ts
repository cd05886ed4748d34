/** The inputs of the flake: no more than its machines need. */

import type { FlakeInput } from "../../preset.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import { usesDisko } from "../../parts/hardware.ts";
import type { Facts } from "./facts.ts";

export function inputsOf(fleet: Fleet, facts: Facts, hasSecrets: boolean): FlakeInput[] {
  const forDarwin = darwinNixpkgs(fleet, facts);
  return [
    { kind: "pinned", name: "nixpkgs" },
    ...pinnedIf(forDarwin !== "nixpkgs", forDarwin),
    ...pinnedIf(true, "home-manager", { nixpkgs: "nixpkgs" }),
    ...pinnedIf(facts.darwin.length > 0, "nix-darwin", { nixpkgs: forDarwin }),
    ...pinnedIf(hasSecrets, "sops-nix", { nixpkgs: "nixpkgs" }),
    ...pinnedIf(fleet.hosts.some(usesDisko), "disko", { nixpkgs: "nixpkgs" }),
  ];
}

/** Releases have a branch whose packages are built for macOS; `unstable` has one for all. */
export function darwinNixpkgs(fleet: Fleet, facts: Facts): string {
  return facts.darwin.length > 0 && fleet.release !== "unstable" ? "nixpkgs-darwin" : "nixpkgs";
}

function pinnedIf(isNeeded: boolean, name: string, follows: Readonly<Record<string, string>> = {}): FlakeInput[] {
  return isNeeded ? [{ kind: "pinned", name, follows }] : [];
}
