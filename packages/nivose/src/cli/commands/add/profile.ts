import type { Verb } from "../../verb.ts";
import { partFlags, partName, platformFlag } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const profile: Verb = {
  brief: "Add a profile",
  description: [
    "A profile is what machines of a sort have in common. It is written where the others are, for each platform that they are for, and its name is added " +
      "wherever theirs are listed.",
  ],
  examples: [
    { command: "nivose add profile travel --description 'a machine that is carried around'", does: "Adds a profile" },
  ],
  flags: { ...platformFlag, ...partFlags, ...growFlags },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("profile") }),
};
