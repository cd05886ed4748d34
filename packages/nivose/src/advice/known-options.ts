/** Which projects have an option, as far as paper knows their options. */

import type { HostKind } from "../fleet/host.ts";
import { optionData } from "../schema/option-data.ts";

export function kindsThatHave(option: readonly string[], kinds: readonly HostKind[]): readonly HostKind[] {
  return kinds.filter((kind) => optionData(kind).has(option));
}

/** What to do about an option of another kind of host. `isWithin` says whether the home is part of a host. */
export function otherKindHint(names: readonly string[], other: HostKind, kind: HostKind, isWithin: boolean): string {
  const whose = `'${names.join(".")}' is an option of ${projects[other]}`;
  if (other === "home")
    return `${whose}: set it in 'home-manager.users.NAME', or in a module that Home Manager imports`;
  if (kind === "home" && isWithin) return `${whose}: set it in a module of the host, outside of the home`;
  if (kind === "home") return `${whose}, and this is a home`;
  return `${whose}, and this host is one of ${projects[kind]}`;
}

const projects: Readonly<Record<HostKind, string>> = { nixos: "NixOS", darwin: "nix-darwin", home: "Home Manager" };
