/** The options of NixOS, Home Manager and nix-darwin themselves, for fleets that cannot be evaluated. */

import type { HostKind } from "../../fleet/host.ts";
import { LISTED_RELEASE, type ListedOption, optionLists } from "../../schema/option-lists.ts";
import type { FleetOption } from "./fleet-options.ts";

export const PAPER_RELEASE = LISTED_RELEASE;

/** Those of several kinds of hosts, each once. */
export async function optionsOnPaper(kinds: readonly HostKind[]): Promise<readonly FleetOption[]> {
  const byName = new Map<string, FleetOption>();
  for (const kind of kinds)
    for (const [name, listed] of Object.entries(await optionLists[kind]()))
      if (!byName.has(name)) byName.set(name, optionOf(name, listed));
  return [...byName.values()];
}

function optionOf(name: string, { type, default: fallback, declared = [] }: ListedOption): FleetOption {
  return { name, type, default: fallback ?? null, description: null, declared, hosts: [], setBy: [] };
}
