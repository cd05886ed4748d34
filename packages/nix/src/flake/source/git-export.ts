/** What `.gitattributes` leaves out of exports, which is what `fetchGit` takes. */

import { randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { settings } from "../../eval/machine/settings.ts";
import { askGit, git } from "./git-program.ts";

/** Of files relative to `top`, the absolute paths that are left out, folders among them. `revision` is that of a commit. */
export function leftOutOfExport(
  repository: string,
  revision: string | undefined,
  files: readonly string[],
  top: string,
): Set<string> {
  const asks = revision === undefined ? (paths: string) => check(repository, paths) : inCommit(repository, revision);
  const attributes = files.some((file) => file === ".gitattributes" || file.endsWith("/.gitattributes"));
  const hasOwn = existsSync(Buffer.from(`${repository}/.git/info/attributes`, "latin1"));
  if (files.length === 0 || (!attributes && !hasOwn)) return new Set();
  // of a bare repository Nix does not know which names are folders, so a pattern with a slash behind it is in vain
  const isBare = !existsSync(Buffer.from(`${repository}/.git`, "latin1"));
  const folders = new Set(files.flatMap((file) => foldersOf(file, isBare ? "" : "/")));
  const fields = asks([...folders, ...files].map((path) => `${path}\0`).join("")).split("\0");
  const leftOut = new Set<string>();
  for (let at = 0; at + 2 < fields.length; at += 3)
    if (fields[at + 2] === "set") leftOut.add(`${top}/${fields[at]!.replace(/\/$/, "")}`);
  return leftOut;
}

/** `end` is a slash, by which Git knows folders, or nothing. */
function foldersOf(file: string, end: string): string[] {
  const parts = file.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}${end}`);
}

function check(repository: string, paths: string, index?: string): string {
  const cached = index === undefined ? [] : ["--cached"];
  return git(repository, ["check-attr", "-z", "--stdin", ...cached, "export-ignore"], {
    input: paths,
    ...(index === undefined ? {} : { index }),
  });
}

/** Git reads the attributes of a commit from an index that holds it. */
function inCommit(repository: string, revision: string): (paths: string) => string {
  return (paths) => {
    const index = `${settings.sourceCache}/index.${randomUUID()}`;
    try {
      askGit(repository, ["read-tree", revision], { index });
      return check(repository, paths, index);
    } finally {
      rmSync(Buffer.from(index, "latin1"), { force: true });
    }
  };
}
