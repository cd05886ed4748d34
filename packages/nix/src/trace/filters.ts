/** Files that are not in Git what they are in the working tree: git-crypt and its like keep secrets so. */

import { type Environment, isStillThere } from "./tracked-tree.ts";
import { runGit } from "../git/run-git.ts";
import type { Trace } from "./trace.ts";

/** What is kept somewhere else because it is large is no secret. */
const HARMLESS = new Set(["unspecified", "unset", "lfs"]);

/** A file that was read whose content Git filters; nothing if there is none. */
export function filteredFile({ sources }: Trace, environment: Environment): string | undefined {
  for (const { folder, kind, reads } of sources) {
    if (kind !== "git" || !isStillThere(folder, kind)) continue;
    const files = Object.entries(reads).flatMap(([path, { content }]) => (content === undefined ? [] : [`${path}\0`]));
    const asked = runGit(folder, ["check-attr", "-z", "--stdin", "filter"], environment, { input: files.join("") });
    if ("error" in asked || asked.status !== 0) return folder;
    const fields = asked.output.toString("latin1").split("\0");
    for (let at = 0; at + 2 < fields.length; at += 3)
      if (!HARMLESS.has(fields[at + 2]!)) return `${folder}/${fields[at]!}`;
  }
  return undefined;
}
