/** The options of NixOS, Home Manager and nix-darwin themselves, for fleets that cannot be evaluated. */

import type { HostKind } from "../../fleet/host.ts";
import { LISTED_RELEASE, optionData } from "../../schema/option-data.ts";
import { optionsInFile } from "../../schema/option-lists.ts";
import type { FleetOption } from "./fleet-options.ts";

export const PAPER_RELEASE = LISTED_RELEASE;

/** Those of several kinds of hosts, each once. */
export function optionsOnPaper(kinds: readonly HostKind[]): readonly FleetOption[] {
  const byName = new Map<string, FleetOption>();
  for (const kind of kinds)
    for (const file of optionData(kind).files())
      for (const { name, type, default: fallback = null, declared, isHidden } of optionsInFile(file))
        if (!isHidden && !byName.has(name))
          byName.set(name, { name, type, default: fallback, description: null, declared, hosts: [], setBy: [] });
  return [...byName.values()];
}
