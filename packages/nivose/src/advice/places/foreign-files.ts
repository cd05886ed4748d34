/** Which files are not the user's own: those of a tree of nixpkgs, and others that came with it. */

import { existsSync } from "node:fs";
import path from "node:path";
import type { EvalFailure } from "@nivose/nix/evaluation";
import { decoded } from "./sources.ts";

/** Files that only trees of these projects have. */
const MARKS = ["pkgs/top-level/all-packages.nix", "lib/modules.nix", "modules/lib/stdlib-extended.nix"];

export class ForeignFiles {
  readonly #folders = new Map<string, boolean>();
  /** What is outside of it is foreign, if it is known. */
  readonly #own: string | undefined;

  constructor(own?: string) {
    this.#own = own;
  }

  /** Of a flake all files are the user's that are in its repository: another flake there is no foreign one. */
  static of({ flake }: EvalFailure): ForeignFiles {
    return new ForeignFiles(flake === undefined ? undefined : repositoryAround(decoded(flake)));
  }

  has(file: string): boolean {
    if (!file.startsWith("/")) return /^(?:«nix-internal»|<nix\/)/u.test(file);
    if (this.#own !== undefined && file !== this.#own && !file.startsWith(`${this.#own}/`)) return true;
    return this.#isBelowForeign(path.dirname(file));
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

/** The top of the repository that a folder is in, or the folder itself. */
function repositoryAround(folder: string): string {
  for (let at = folder; path.dirname(at) !== at; at = path.dirname(at))
    if (existsSync(path.join(at, ".git"))) return at;
  return folder;
}
