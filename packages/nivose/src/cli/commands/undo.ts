import type { Verb } from "../verb.ts";

export const undo: Verb = {
  brief: "Take back the last change that nivose made to files",
  description: [
    "Every change that nivose makes to the files of a repository is written into a journal first. This takes back the " +
      "last one that is not taken back yet, all of it or nothing, and refuses if one of its files was changed since. " +
      "The last 20 are remembered.",
  ],
  examples: [
    { command: "nivose undo", does: "Takes back the last change" },
    { command: "nivose undo --list", does: "Lists the changes, the last first" },
  ],
  flags: {
    list: { kind: "switch", brief: "Take nothing back; list the changes, the last first" },
    force: { kind: "switch", brief: "Take it back even if files were changed since; what they hold now is kept" },
    json: { kind: "switch", brief: "Print JSON" },
  },
  arguments: { placeholder: "", brief: "", least: 0, most: 0, completes: "nothing" },
  load: () => import("../run/undo.ts"),
};
