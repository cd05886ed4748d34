/** Writes folders of files as a whole: whoever reads one meets what was there before, or all that is new. */

import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Context } from "./context.ts";

/**
 * Replaces those of `folders` below `root` by what `files` has in them, and writes the other files beside what is there.
 * All texts are on the disk before the first folder is replaced.
 */
export function replaceFolders(
  root: string,
  folders: readonly string[],
  files: ReadonlyMap<string, string>,
  { onInterrupt }: Context,
): void {
  const fresh = path.join(root, `.new-${process.pid}`);
  const clean = (): void => rmSync(fresh, { recursive: true, force: true });
  const forget = onInterrupt(clean);
  try {
    for (const [name, text] of files) {
      const file = path.join(fresh, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    for (const folder of folders)
      replace(path.join(root, folder), path.join(fresh, folder), path.join(fresh, "old", folder));
    for (const name of files.keys()) {
      const from = path.join(fresh, name);
      if (existsSync(from)) replace(path.join(root, name), from);
    }
  } finally {
    clean();
    forget();
  }
}

function replace(place: string, fresh: string, old?: string): void {
  if (!existsSync(fresh)) return;
  mkdirSync(path.dirname(place), { recursive: true });
  if (old !== undefined && existsSync(place)) {
    mkdirSync(path.dirname(old), { recursive: true });
    renameSync(place, old);
  }
  renameSync(fresh, place);
}
