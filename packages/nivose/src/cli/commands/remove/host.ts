import { changedFlag } from "./changed-flag.ts";
import type { Verb } from "../../verb.ts";
import { partNames } from "../add/part-names.ts";
import { growFlags } from "../add/shared.ts";

export const removeHost: Verb = {
  brief: "Take a host out of a repository",
  description: [
    "Deletes the files of the host and takes it out of the inventory, the documents and the rules of secrets. A host that others wait " +
      "for stays, and it is told which.",
    "In a repository that 'nivose init' did not write, a host that is not as 'nivose add host' would write it has somebody's work in it: " +
      "it goes only with --changed-too, and so does the last one.",
  ],
  examples: [
    { command: "nivose remove host nova", does: "Takes it out" },
    { command: "nivose remove host nova --dry-run", does: "Shows what would be deleted and edited" },
  ],
  flags: { ...changedFlag, ...growFlags },
  arguments: { placeholder: "NAME", brief: "The host name", least: 1, most: 1, completes: partNames("hosts") },
  load: () => import("../../run/remove/host.ts"),
};
