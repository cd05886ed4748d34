/** Which files are not the user's own: those of a tree of nixpkgs, and others that came with it. */

import { existsSync } from "node:fs";
import path from "node:path";

/** Files that only trees of these projects have. */
const MARKS = ["pkgs/top-level/all-packages.nix", "lib/modules.nix", "modules/lib/stdlib-extended.nix"];

export class ForeignFiles {
  readonly #folders = new Map<string, boolean>();

  has(file: string): boolean {
    return !file.startsWith("/") ? /^(?:«nix-internal»|<nix\/)/u.test(file) : this.#isBelowForeign(path.dirname(file));
  }

  #isBelowForeign(folder: string): boolean {
    let known = this.#folders.get(folder);
    if (known === undefined) {
      const parent = path.dirname(folder);
      const isRoot = MARKS.some((mark) => existsSync(path.join(folder, mark)));
      known = isRoot || (parent !== folder && this.#isBelowForeign(parent));
      this.#folders.set(folder, known);
    }
    return known;
  }
}
