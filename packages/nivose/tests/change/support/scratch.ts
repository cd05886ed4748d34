/** Scratch folders, and whole trees of files as plain values that can be written, read and compared. */

import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Paths to what is there: `"file 644 text"`, `"link target"`, `"folder 755"`, with contents as latin1. */
export type Tree = Readonly<Record<string, string>>;

const scratch: string[] = [];

/** For `afterAll` of every file that makes scratch folders: files share this module, so it cannot see to that itself. */
export function removeScratchFolders(): void {
  for (const folder of scratch.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** In memory where that is possible: what is tested is the order of things, not the speed with which a disk syncs. */
const BASE = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

export function scratchFolder(base = BASE): string {
  const folder = realpathSync(mkdtempSync(join(base, "nivose-change-")));
  scratch.push(folder);
  return folder;
}

export function file(content: string, mode = "644"): string {
  return `file ${mode} ${content}`;
}

export function writeTree(root: string, tree: Tree): void {
  for (const [path, entry] of Object.entries(tree)) {
    const location = join(root, path);
    mkdirSync(dirname(location), { recursive: true });
    const [, kind, rest = ""] = /^(file|link|folder) ([^]*)$/.exec(entry)!;
    if (kind === "link") symlinkSync(rest, location);
    else if (kind === "file") writeFileSync(location, rest.slice(4), "latin1");
    else mkdirSync(location, { recursive: true });
    if (kind !== "link") chmodSync(location, Number.parseInt(rest.slice(0, 3), 8));
  }
}

/** Everything below a folder but `.git`. Folders are named only if they are empty or of an unusual mode. */
export function readTree(root: string): Tree {
  const tree: Record<string, string> = {};
  const visit = (folder: string): void => {
    const names = readdirSync(join(root, folder)).filter((name) => folder !== "" || name !== ".git");
    for (const name of names.toSorted()) {
      const path = folder === "" ? name : `${folder}/${name}`;
      const location = join(root, path);
      const found = lstatSync(location);
      const mode = (found.mode & 0o777).toString(8).padStart(3, "0");
      if (found.isSymbolicLink()) tree[path] = `link ${readlinkSync(location)}`;
      else if (found.isFile()) tree[path] = `file ${mode} ${readFileSync(location, "latin1")}`;
      else {
        if (mode !== "755" || readdirSync(location).length === 0) tree[path] = `folder ${mode}`;
        visit(path);
      }
    }
  };
  visit("");
  return tree;
}
