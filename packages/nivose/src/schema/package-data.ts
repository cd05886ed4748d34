/** Which packages nixpkgs has, as paper knows them. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** In the package, and in the repository. */
const places = ["paper/nixpkgs/pkgs/data/top.json", "data/paper/packages/top.json"];

let known: Buffer | undefined;

/** Whether it is one of those at the top: `hello`, and `python3Packages`, but nothing that is in it. */
export function isPackageName(name: string): boolean {
  // To look for one name in the text takes less than to read all of them. Only those at the top begin a line.
  known ??= readFileSync(placeOfNames());
  return known.includes(`\n${JSON.stringify(name)}:`);
}

/** Whether a set such as `python3Packages` has a package of that name. */
export function isPackageOfSet(set: string, name: string): boolean {
  const text = (sets[set] ??= readFileSync(path.join(path.dirname(placeOfNames()), "sets", `${set}.json`), "utf8"));
  const [, base] = /^\{"like":"([^"]*)"/u.exec(text) ?? [];
  const start = `\n${JSON.stringify(name)}:`;
  const at = text.indexOf(start);
  // a number is the shape of a package, anything else is none
  if (at >= 0) return /\d/u.test(text[at + start.length] ?? "");
  return base !== undefined && isPackageOfSet(base, name);
}

const sets: Record<string, string> = {};

function placeOfNames(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    const found = places.map((place) => path.join(folder, place)).find((file) => existsSync(file));
    if (found !== undefined) return found;
    if (path.dirname(folder) === folder) throw new Error("the names of packages are missing");
  }
}
