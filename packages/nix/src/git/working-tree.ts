/** A working tree as Git sees it. Paths are relative to its top, as bytes. */

import { existsSync } from "node:fs";

export interface WorkingTree {
  /** The commit that is checked out; nothing before the first one. */
  readonly head: string | undefined;
  /** What Git knows of and is there, without submodules. */
  readonly files: readonly string[];
  /** Files that are not what the commit has, in the order of their bytes. */
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  readonly submodules: readonly Submodule[];
}

export interface Submodule {
  readonly name: string;
  readonly path: string;
  readonly url: string;
}

/** `git` runs a command of Git in the folder. */
export function readWorkingTree(folder: string, git: (args: readonly string[]) => string): WorkingTree {
  const changed: string[] = [];
  const deleted: string[] = [];
  let head: string | undefined;
  const status = ["status", "--porcelain=v2", "--branch", "-z", "--untracked-files=no", "--no-renames"];
  for (const line of git([...status, "--ignore-submodules=all"]).split("\0")) {
    if (line.startsWith("# branch.oid ") && !line.endsWith("(initial)")) head = line.slice("# branch.oid ".length);
    const fields = line.startsWith("1 ") ? 8 : line.startsWith("u ") ? 10 : 0;
    if (fields === 0) continue;
    const parts = line.split(" ");
    (parts[1]!.includes("D") && fields === 8 ? deleted : changed).push(parts.slice(fields).join(" "));
  }
  const gone = new Set(deleted);
  const indexed = git(["ls-files", "-z", "--stage"])
    .split("\0")
    .flatMap((entry) => (entry === "" || entry.startsWith(GITLINK) ? [] : [entry.slice(entry.indexOf("\t") + 1)]));
  const hasModules = existsSync(Buffer.from(`${folder}/.gitmodules`, "latin1"));
  return {
    head,
    files: [...new Set(indexed)].filter((file) => !gone.has(file)),
    changed: changed.toSorted(),
    deleted: deleted.toSorted(),
    submodules: hasModules ? readModules(["--file", ".gitmodules"], git) : [],
  };
}

const GITLINK = "160000 ";

/** `from` says where git reads them: a file, or one in a commit. */
export function readModules(from: readonly string[], git: (args: readonly string[]) => string): Submodule[] {
  const values = new Map<string, string>();
  // a search that finds nothing is a failure to git, and a list that is empty is none
  for (const entry of git(["config", "-z", ...from, "--list"]).split("\0")) {
    const end = entry.indexOf("\n");
    const [, key] = /^submodule\.(.*\.(?:path|url))$/s.exec(entry.slice(0, Math.max(end, 0))) ?? [];
    if (key !== undefined && !values.has(key)) values.set(key, entry.slice(end + 1));
  }
  return [...values].flatMap(([key, path]) => {
    if (!key.endsWith(".path")) return [];
    const name = key.slice(0, -".path".length);
    return [{ name, path, url: values.get(`${name}.url`) ?? "" }];
  });
}
