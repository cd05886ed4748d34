import type { Verb } from "../../verb.ts";
import { partFlags, partName, platformFlag } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const role: Verb = {
  brief: "Add a role",
  description: [
    "A role is what a machine is there for. It is written where the others are, and its name is added wherever theirs are listed, so that a host can have it.",
  ],
  examples: [{ command: "nivose add role kiosk --description 'a screen that shows one page'", does: "Adds a role" }],
  flags: { ...platformFlag, ...partFlags, ...growFlags },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("role") }),
};
