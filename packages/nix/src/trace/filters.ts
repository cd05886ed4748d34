/** Files that are not in Git what they are in the working tree: git-crypt and its like keep secrets so. */

import { existsSync } from "node:fs";
import { dirname } from "node:path/posix";
import { runGit } from "../git/run-git.ts";
import type { Trace } from "./trace.ts";
import { type Environment, isStillThere } from "./tracked-tree.ts";

/** What is kept somewhere else because it is large is no secret. */
const HARMLESS = new Set(["unspecified", "unset", "lfs"]);

/** A file that was read whose content Git filters; nothing if there is none. */
export function filteredFile({ sources }: Trace, environment: Environment): string | undefined {
  for (const { folder, kind, reads } of sources) {
    if (!isStillThere(folder, kind)) continue;
    const files = Object.entries(reads).flatMap(([path, { content }]) =>
      content === undefined ? [] : [path === "" ? folder : `${folder}/${path}`],
    );
    const [first] = filteredOf(files, environment);
    if (first !== undefined) return first;
  }
  return undefined;
}

/** Those of some files that Git filters, or that may be: what Git cannot say is taken for one. */
export function filteredOf(files: readonly string[], environment: Environment): readonly string[] {
  const repositories = new Map<string, string[]>();
  const known = new Map<string, string | undefined>();
  for (const file of files) {
    const top = repositoryAround(dirname(file), known);
    if (top === undefined) continue;
    const inIt = repositories.get(top);
    if (inIt === undefined) repositories.set(top, [file]);
    else inIt.push(file);
  }
  return [...repositories].flatMap(([top, inIt]) => filteredIn(top, inIt, environment));
}

function filteredIn(top: string, files: readonly string[], environment: Environment): readonly string[] {
  const input = files.map((file) => `${file.slice(top.length + 1)}\0`).join("");
  const asked = runGit(top, ["check-attr", "-z", "--stdin", "filter"], environment, { input });
  if ("error" in asked || asked.status !== 0) return files;
  const fields = asked.output.toString("latin1").split("\0");
  return files.filter((_, index) => !HARMLESS.has(fields[index * 3 + 2] ?? ""));
}

/** The innermost folder around a folder, or itself, that is the top of a working tree. */
function repositoryAround(folder: string, known: Map<string, string | undefined>): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const isTop = existsSync(Buffer.from(`${folder}/.git`, "latin1"));
  const top = isTop ? folder : folder === "/" ? undefined : repositoryAround(dirname(folder), known);
  known.set(folder, top);
  return top;
}
