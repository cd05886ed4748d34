/** The options of NixOS, Home Manager and nix-darwin themselves, for fleets that cannot be evaluated. */

import type { HostKind } from "../../fleet/host.ts";
import type { FleetOption } from "./fleet-options.ts";

/** The release that the lists are of. */
export const PAPER_RELEASE = "24.11";

interface ListedOption {
  readonly type: string;
  readonly default?: string;
  readonly declared?: readonly string[];
}

const lists: Readonly<Record<HostKind, () => Promise<Readonly<Record<string, ListedOption>>>>> = {
  nixos: async () => (await import("../../../../../data/options/nixos-24.11.json", { with: { type: "json" } })).default,
  darwin: async () =>
    (await import("../../../../../data/options/nix-darwin-24.11.json", { with: { type: "json" } })).default,
  home: async () =>
    (await import("../../../../../data/options/home-manager-24.11.json", { with: { type: "json" } })).default,
};

/** Those of several kinds of hosts, each once. */
export async function optionsOnPaper(kinds: readonly HostKind[]): Promise<readonly FleetOption[]> {
  const byName = new Map<string, FleetOption>();
  for (const kind of kinds)
    for (const [name, listed] of Object.entries(await lists[kind]()))
      if (!byName.has(name)) byName.set(name, optionOf(name, listed));
  return [...byName.values()];
}

function optionOf(name: string, { type, default: fallback, declared = [] }: ListedOption): FleetOption {
  return { name, type, default: fallback ?? null, description: null, declared, hosts: [], setBy: [] };
}
