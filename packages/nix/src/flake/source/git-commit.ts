/** The files of a commit, written beside the cache of sources exactly as they are in Git. */

import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path/posix";
import { fail } from "../../eval/machine/machine.ts";
import { settings } from "../../eval/machine/settings.ts";
import { git } from "./git-program.ts";

/** The folder with them. */
export function checkOutCommit(repository: string, revision: string): string {
  if (settings.sourceCache === undefined)
    throw fail("limit", "there is no folder for a cache, which the files of a Git commit are written to");
  const folder = `${settings.sourceCache}/git-${revision}`;
  if (existsSync(native(folder))) return folder;
  const fresh = `${folder}.${process.pid}`;
  rmSync(native(fresh), { recursive: true, force: true });
  mkdirSync(native(fresh), { recursive: true });
  for (const entry of git(repository, ["ls-tree", "-r", "-z", "--full-tree", revision]).split("\0")) {
    const [, mode, type, object, file] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (type === "blob") writeEntry(repository, mode!, object!, `${fresh}/${file}`);
    // a submodule is an empty folder
    else if (type === "commit") mkdirSync(native(`${fresh}/${file}`), { recursive: true });
  }
  renameSync(native(fresh), native(folder));
  return folder;
}

function writeEntry(repository: string, mode: string, object: string, path: string): void {
  mkdirSync(native(dirname(path)), { recursive: true });
  const { status, stdout } = spawnSync("git", ["cat-file", "blob", object], {
    cwd: Buffer.from(repository, "latin1").toString(),
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw fail("eval", `the Git object ${object} of '${repository}' cannot be read`);
  if (mode === "120000") symlinkSync(stdout, native(path));
  else {
    writeFileSync(native(path), stdout);
    if (mode === "100755") chmodSync(native(path), 0o755);
  }
}

function native(path: string): Buffer {
  return Buffer.from(path, "latin1");
}
