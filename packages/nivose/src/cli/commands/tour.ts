import type { Verb } from "../verb.ts";

export const tour: Verb = {
  brief: "Show what nivose does so far, on a small example",
  description: [
    "Runs a few commands on files that it brings along, in a folder that it makes for them and removes again. It " +
      "changes nothing of yours and makes no network connection.",
  ],
  examples: [{ command: "nivose tour", does: "Takes a minute to read" }],
  flags: {},
  arguments: { placeholder: "", brief: "", least: 0, most: 0, completes: "nothing" },
  load: () => import("../run/tour.ts"),
};
