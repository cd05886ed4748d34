import type { Verb } from "../../verb.ts";
import { partFlags, partName, platformFlag } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const module: Verb = {
  brief: "Add a module",
  description: [
    "Writes a module beside those that are there, and has it imported as they are. Where these have an option to be switched on by, below the fleet's own name, " +
      "it has one, too: nothing changes on any host until it is enabled.",
    "A module is for NixOS, if --platform does not say otherwise; 'common' is for NixOS and macOS alike.",
  ],
  examples: [
    { command: "nivose add module printing --description 'printers in the house'", does: "Adds a module for NixOS" },
    { command: "nivose add module fonts --platform darwin --dry-run", does: "Shows what one for Macs would change" },
  ],
  flags: { ...platformFlag, ...partFlags, ...growFlags },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("module") }),
};
