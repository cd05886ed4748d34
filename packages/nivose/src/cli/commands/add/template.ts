import type { Verb } from "../../verb.ts";
import { languageFlag, partFlags, partName } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const template: Verb = {
  brief: "Add a template of a flake",
  description: [
    "Writes what a new project begins with, a flake with a development shell for a language, and offers it as a template of this flake. It takes the same nixpkgs.",
  ],
  examples: [
    { command: "nivose add template rust", does: "Adds a template of projects in Rust" },
    {
      command: "nivose add template site --language node",
      does: "Adds one in another language under a name of its own",
    },
  ],
  flags: { ...languageFlag, ...partFlags, ...growFlags },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("template") }),
};
