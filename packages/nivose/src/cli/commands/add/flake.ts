import type { Verb } from "../../verb.ts";
import { partFlags, partName } from "./part-flags.ts";
import { partNames } from "./part-names.ts";
import { growFlags } from "./shared.ts";

export const flake: Verb = {
  brief: "Add a flake to a repository of several",
  description: [
    "Writes a flake in a folder of its own, which takes the nixpkgs of the others, and those of them that --input names. Its lock file is made out of theirs, and " +
      "what names all flakes of the repository names it, too. A flake that would lead back to itself is told.",
  ],
  examples: [
    {
      command: "nivose add flake lab --input shared-modules --input secrets",
      does: "Adds a flake that takes two others",
    },
  ],
  flags: {
    input: {
      kind: "texts",
      brief: "Another flake of the repository that it takes",
      placeholder: "NAME",
      completes: partNames("flake"),
    },
    ...partFlags,
    ...growFlags,
  },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("flake") }),
};
