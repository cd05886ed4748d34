import type { Verb } from "../../verb.ts";
import { partNames } from "../add/part-names.ts";
import { growFlags } from "../add/shared.ts";

export const removeUser: Verb = {
  brief: "Take a person out of a repository",
  description: ["Takes the accounts on all hosts away, and the files that are theirs alone."],
  examples: [
    { command: "nivose remove user alex", does: "Takes somebody out" },
    { command: "nivose remove user alex --dry-run", does: "Shows what would change" },
  ],
  flags: growFlags,
  arguments: { placeholder: "NAME", brief: "The login name", least: 1, most: 1, completes: partNames("users") },
  load: () => import("../../run/remove/user.ts"),
};
