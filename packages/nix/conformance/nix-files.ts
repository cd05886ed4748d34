/** The files that a conformance script is pointed at. */

import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Every `.nix` file in and below some folders, in a fixed order; symbolic links are not followed. */
export function nixFiles(folders: readonly string[]): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const name = path.join(folder, entry.name);
      if (entry.isDirectory()) visit(name);
      else if (entry.isFile() && name.endsWith(".nix")) found.push(name);
    }
  };
  for (const folder of folders) {
    const name = path.resolve(folder);
    if (statSync(name).isDirectory()) visit(name);
    else found.push(name);
  }
  return found.sort();
}
