/** `<nixpkgs/lib>`: looking up a name in the search path. */

import { canonicalPath } from "./coerce.ts";
import { CORE_FOLDER } from "./core-files.ts";
import { resolveLinks, typeAt } from "./files.ts";
import { fail } from "./machine.ts";
import { type SearchPathEntry, settings } from "./settings.ts";

export function findFile(entries: readonly SearchPathEntry[], name: string): string {
  for (const { prefix, path } of entries) {
    const rest = suffix(prefix, name);
    if (rest === undefined) continue;
    const base = canonicalPath(path);
    const found = rest === "" ? base : canonicalPath(`${base}/${rest}`);
    if (typeAt(resolveLinks(base)) === undefined) continue;
    if (typeAt(resolveLinks(found)) !== undefined) return found;
  }
  if (name.startsWith("nix/")) return `${CORE_FOLDER}/${name.slice(4)}`;
  if (settings.pure) {
    throw fail("search-path", `cannot look up '<${name}>' in pure evaluation mode (use '--impure' to override)`);
  }
  throw fail("search-path", `file '${name}' was not found in the Nix search path (add it using $NIX_PATH or -I)`);
}

/** What is left of a name behind an entry's prefix; `undefined` if that is not for it. */
function suffix(prefix: string, name: string): string | undefined {
  if (prefix === "") return name;
  if (name === prefix) return "";
  return name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : undefined;
}
