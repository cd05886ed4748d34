/** The sources of a fleet, read from the disk. */

import { existsSync, lstatSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { askGit } from "../../change/git.ts";
import { besideFlake, lockOf, type Repository } from "../../check/source/repository.ts";
import { SourceFile } from "../../check/source/source-file.ts";
import type { Context } from "../context.ts";
import type { FlakesHere } from "../flakes-here.ts";
import { readFlakes } from "../fleet-files.ts";
import { cachedBelow, selectSources } from "../sources.ts";

export interface RepositoryRead extends Repository {
  /** Why files were not read. */
  readonly problems: readonly Message[];
}

/** `known` are files as they were read before: what has the same bytes is the same file. */
export function readRepository(
  here: FlakesHere,
  context: Context,
  known: ReadonlyMap<string, SourceFile> = new Map(),
): RepositoryRead {
  const { root, flakes } = here;
  const read = (name: string): Uint8Array | undefined => contentOf(path.join(root, name));
  const selected = selectSources([path.relative(context.cwd, root) || "."], context);
  const paths = selected.files.map((file) => path.relative(root, file.path));
  const files = new Map<string, SourceFile>();
  for (const name of paths.toSorted()) {
    const bytes = read(name);
    if (bytes === undefined) continue;
    const before = known.get(name);
    files.set(
      name,
      before !== undefined && Buffer.compare(before.bytes, bytes) === 0 ? before : new SourceFile(name, bytes),
    );
  }
  const git = gitFiles(root, context);
  const inputs = readFlakes(here, context);
  return {
    files,
    tracked: new Set(git?.tracked ?? paths),
    untracked: new Set(git?.untracked),
    isGit: git !== undefined,
    flakes: flakes.flatMap((folder, index) => {
      const file = files.get(besideFlake({ folder }, "flake.nix"));
      if (file === undefined) return [];
      return [
        { folder, file, inputs: inputs[index]!.inputs, lock: lockOf(read(besideFlake({ folder }, "flake.lock"))) },
      ];
    }),
    read: (name) => files.get(name)?.bytes ?? read(name),
    exists: (name) => existsSync(path.join(root, name)),
    nameOf: (file) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : undefined),
    now: context.now(),
    // a repository without Nix files has none that are wrong
    problems: selected.problems.filter(({ code }) => code !== "no-nix-files"),
  };
}

interface GitFiles {
  readonly tracked: readonly string[];
  readonly untracked: readonly string[];
}

/** What Git knows, and what it would add. */
function gitFiles(root: string, context: Context): GitFiles | undefined {
  const list = ["ls-files", "-z", "-t", "--cached", "--others", "--exclude-standard"];
  const answer = askGit(root, list, context.environment);
  if (!answer.ok) return undefined;
  const name = (entry: string): string => entry.slice(MARK);
  const isCached = cachedBelow(root, context);
  const entries = answer.output.split("\0").filter((entry) => entry !== "" && !isCached(name(entry)));
  const isNew = (entry: string): boolean => entry.startsWith("?");
  return {
    tracked: entries.filter((entry) => !isNew(entry)).map(name),
    untracked: entries.filter(isNew).map(name),
  };
}

/** How long the mark before a name is: `H flake.nix`, `? new.nix`. */
const MARK = 2;

/** Links are not followed: Git has nothing but their names, and they may lead anywhere, also to what has no end. */
function contentOf(file: string): Uint8Array | undefined {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  }
}
