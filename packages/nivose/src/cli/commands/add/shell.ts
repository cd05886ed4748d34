import type { Verb } from "../../verb.ts";
import { partName } from "./part-flags.ts";
import { growFlags } from "./shared.ts";

export const shell: Verb = {
  brief: "Add a development shell",
  description: [
    "A shell called python, node, go, rust, nix, kubernetes or terraform has what is needed for that; any other is empty. It is written where the others are, and " +
      "'nix develop' finds it by its name.",
  ],
  examples: [
    { command: "nivose add shell python", does: "Adds a shell with Python and uv" },
    { command: "nivose add shell go --envrc", does: "Has direnv enter it, too" },
  ],
  flags: {
    envrc: { kind: "switch", brief: "Have direnv enter it, by a line of .envrc, unless that enters another one" },
    ...growFlags,
  },
  arguments: { ...partName, completes: async () => shellWords() },
  load: async () => ({ run: (await import("../../run/parts/add.ts")).runOf("shell") }),
};

async function shellWords(): Promise<readonly { readonly word: string }[]> {
  const { shellNames } = await import("../../../scaffold/parts/shells.ts");
  return shellNames.map((word) => ({ word }));
}
