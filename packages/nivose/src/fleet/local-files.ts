/** Files as evaluations name them, under the names by which the user knows them. */

import path from "node:path";

export interface LocalFile {
  /** Relative to the repository if the file is in it, and as it is otherwise. */
  readonly name: string;
  /** Whether it is in the repository. A module without a file is too: those are written within `flake.nix`, as a rule. */
  readonly isOwn: boolean;
}

/** `copies` are the folders that paths of the store are copies of. */
export function localFiles(copies: Readonly<Record<string, string>>, root: string): (file: string) => LocalFile {
  const folders = Object.entries(copies);
  return (file) => {
    // such as `/…/flake.nix, via option flake.modules.nixos.base`
    if (!file.startsWith("/")) return { name: file, isOwn: true };
    const place = file.split(", via ", 1)[0]!;
    const copy = folders.find(([stored]) => place === stored || place.startsWith(`${stored}/`));
    const local = copy === undefined ? place : copy[1] + place.slice(copy[0].length);
    const isOwn = local === root || local.startsWith(`${root}/`);
    return { name: isOwn ? path.relative(root, local) || "." : local, isOwn };
  };
}
