/** The names of all packages of nixpkgs, as paper has them. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** In the package, and in the repository. */
const places = ["paper/nixpkgs/pkgs/data/top.json", "data/paper/packages/top.json"];

let known: ReadonlySet<string> | undefined;

/** Those at the top: `hello`, and `python3Packages`, but nothing that is in it. */
export function packageNames(): ReadonlySet<string> {
  return (known ??= readNames());
}

function readNames(): ReadonlySet<string> {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const found = places.map((place) => path.join(folder, place)).find((file) => existsSync(file));
    if (found !== undefined) {
      const { names } = JSON.parse(readFileSync(found, "utf8")) as { readonly names: Readonly<Record<string, number>> };
      return new Set(Object.keys(names));
    }
    if (path.dirname(folder) === folder) throw new Error("the names of packages are missing");
  }
}
