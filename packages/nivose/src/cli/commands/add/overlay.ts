import type { Verb } from "../../verb.ts";
import { partFlags, partName } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const overlay: Verb = {
  brief: "Add an overlay",
  description: ["Writes an overlay that changes nothing yet, and has it applied and offered as those that are there."],
  examples: [
    {
      command: "nivose add overlay patches --description 'what upstream has not released yet'",
      does: "Adds an overlay",
    },
  ],
  flags: { ...partFlags, ...growFlags },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("overlay") }),
};
