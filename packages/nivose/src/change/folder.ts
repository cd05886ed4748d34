/** Folders around the files of a plan: they appear with their first file and go with their last one, as in Git. */

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { folderMode, readContent } from "./content.ts";
import type { Folder, PathEffect } from "./effect.ts";
import { fingerprintOfFile, fingerprintOfLink } from "./fingerprint.ts";
import { changeMessages } from "./messages.ts";
import { comparePaths, foldersAbove } from "./path.ts";
import { deleteFile, moveFile, type Change } from "./plan.ts";
import { attempt, refuse } from "./problem.ts";

/**
 * Moves every file and link in a folder. What `keep` names stays where it is. Throws a `ChangeRefused` if the folder
 * cannot be read or holds something that no plan can name.
 */
export function moveFolder(
  root: string,
  from: string,
  to: string,
  keep: (path: string) => boolean = () => false,
): Change[] {
  return filesBelow(root, from)
    .filter(({ path }) => !keep(path))
    .map(({ path, before }) => moveFile(path, `${to}${path.slice(from.length)}`, before));
}

/** Deletes every file and link in a folder. Throws as {@link moveFolder} does. */
export function deleteFolder(root: string, folder: string): Change[] {
  return filesBelow(root, folder).map(({ path, before }) => deleteFile(path, before));
}

/** The folders that lose their last file, the inner ones first. One that was empty before is nobody's file. */
export function emptiedFolders(root: string, paths: readonly PathEffect[]): Folder[] {
  const vacated = new Set<string>();
  const needed = new Set<string>();
  for (const { path, before, after } of paths) {
    if (after.kind !== "absent") for (const folder of foldersAbove(path)) needed.add(folder);
    else if (before.kind !== "absent") vacated.add(path);
  }
  const candidates = new Set([...vacated].flatMap(foldersAbove));
  const emptied = new Map<string, Folder>();
  // behind every folder in the order of bytes come those that lie in it
  for (const folder of [...candidates].toSorted(comparePaths).toReversed()) {
    if (needed.has(folder)) continue;
    const names = attempt(folder, () => readdirSync(join(root, folder)));
    const paths = names.map((name) => `${folder}/${name}`);
    if (!paths.every((path) => vacated.has(path) || emptied.has(path))) continue;
    emptied.set(folder, { path: folder, mode: folderMode(root, folder) ?? 0o755 });
  }
  return [...emptied.values()];
}

/** The folders that must be made for the files of an effect, the outer ones first. */
export function missingFolders(root: string, paths: readonly PathEffect[]): Folder[] {
  const needed = new Set(
    paths.filter(({ after }) => after.kind !== "absent").flatMap(({ path }) => foldersAbove(path)),
  );
  return [...needed]
    .filter((folder) => folderMode(root, folder) === undefined)
    .toSorted(comparePaths)
    .map((path) => ({ path }));
}

function filesBelow(root: string, folder: string): { path: string; before: string }[] {
  const names = attempt(folder, () => readdirSync(join(root, folder))).toSorted(comparePaths);
  return names.flatMap((name) => {
    const path = `${folder}/${name}`;
    const content = attempt(path, () => readContent(root, path));
    switch (content.kind) {
      case "file":
        return [{ path, before: fingerprintOfFile(content.bytes) }];
      case "link":
        return [{ path, before: fingerprintOfLink(content.target) }];
      case "foreign":
        return content.folder
          ? filesBelow(root, path)
          : refuse(changeMessages["change-not-a-file"](content.what), path);
      case "absent":
        // a name that is no UTF-8 is not found under the text that stands for it
        return refuse(changeMessages["change-path"]("its name is no text"), path);
    }
  });
}
