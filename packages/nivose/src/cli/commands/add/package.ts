import type { Verb } from "../../verb.ts";
import { languageFlag, partFlags, partName } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const packageVerb: Verb = {
  brief: "Add a package of your own",
  description: [
    "Writes the package where the others are, with a program that says its name to begin with, in the language that --language names. With --from it is made " +
      "from a source that is in the repository already: its language, version, description, licence and what it needs are read from pyproject.toml, package.json, " +
      "go.mod or Cargo.toml.",
    "Dependencies that nixpkgs does not have are told. Lock files are used where they have the hashes; a hash that only a build can tell is lib.fakeHash until then.",
  ],
  examples: [
    { command: "nivose add package greet --language python", does: "Adds a program in Python" },
    { command: "nivose add package api --from services/api", does: "Adds a package of what is there" },
  ],
  flags: {
    ...languageFlag,
    from: { kind: "text", brief: "Where its source is", placeholder: "DIR", completes: "files" },
    ...partFlags,
    ...growFlags,
  },
  arguments: partName,
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("package") }),
};
