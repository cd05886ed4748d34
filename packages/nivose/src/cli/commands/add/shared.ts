/** Flags of all verbs that add to a repository, or take out of it. */

import type { Flags } from "../../verb.ts";

export const growFlags = {
  flake: { kind: "text", brief: "The repository, if it is not the one here", placeholder: "DIR", completes: "files" },
  dryRun: { kind: "switch", brief: "Write nothing; show what would be written" },
  allowDirty: { kind: "switch", brief: "Change files that have changes which are in no commit" },
  json: { kind: "switch", brief: "Print JSON" },
} as const satisfies Flags;
