/** Verbs that take out what those of `nivose add` of the same names have added. */

import type { PartVerb } from "../../../scaffold/add/adders.ts";
import { partNames } from "../add/part-names.ts";
import { platformFlag } from "../add/part-flags.ts";
import { growFlags } from "../add/shared.ts";
import { changedFlag } from "./changed-flag.ts";
import type { Verb } from "../../verb.ts";

export const removeParts = {
  module: removing("module", "a module"),
  profile: removing("profile", "a profile"),
  role: removing("role", "a role"),
  package: removing("package", "a package of your own"),
  overlay: removing("overlay", "an overlay"),
  shell: removing("shell", "a development shell"),
  template: removing("template", "a template of a flake"),
  flake: removing("flake", "a flake from a repository of several"),
} as const;

function removing(kind: PartVerb, what: string): Verb {
  const hasPlatform = kind === "module" || kind === "profile" || kind === "role";
  return {
    brief: `Remove ${what}`,
    description: [
      "Deletes its files, and takes its name out of the lists and sets that have it. As long as something else refers to it nothing is written, and each place is told.",
      "A file that is not as 'nivose add' would write it has somebody's work in it, and goes only with --changed-too.",
    ],
    examples: [{ command: `nivose remove ${kind} NAME --dry-run`, does: "Shows what would be removed" }],
    flags: { ...(hasPlatform ? platformFlag : {}), ...changedFlag, ...growFlags },
    arguments: { placeholder: "NAME", brief: "What it is called", least: 1, most: 1, completes: partNames(kind) },
    load: async () => ({ run: (await import("../../run/parts/remove.ts")).runOf(kind) }),
  };
}
