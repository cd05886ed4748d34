/** `<nixpkgs/lib>`: looking up a name in the search path. */

import { canonicalPath } from "../machine/coerce.ts";
import { CORE_FOLDER } from "./core-files.ts";
import { resolveLinks, typeAt } from "./files.ts";
import { fail } from "../machine/machine.ts";
import { type SearchPathEntry, settings } from "../machine/settings.ts";
import { whyNotFetched } from "./uris.ts";

/** The file that a name means, links resolved. Relative paths go from where the command runs. */
export function findFile(entries: readonly SearchPathEntry[], name: string): string {
  for (const { prefix, path } of entries) {
    const rest = suffix(prefix, name);
    if (rest === undefined) continue;
    const base = existingEntry(path);
    if (base === undefined) continue;
    // the name leads nowhere above the entry
    const found = resolveLinks(rest === "" ? base : `${base}${canonicalPath(`/${rest}`)}`);
    if (typeAt(found) !== undefined) return found;
  }
  if (name.startsWith("nix/")) return `${CORE_FOLDER}/${name.slice(4)}`;
  if (settings.pure) {
    throw fail("search-path", `cannot look up '<${name}>' in pure evaluation mode (use '--impure' to override)`);
  }
  throw fail("search-path", `file '${name}' was not found in the Nix search path (add it using $NIX_PATH or -I)`);
}

/** Entries of which has been said that they do not exist. */
const missing = new Set<string>();

export function forgetWarnings(): void {
  missing.clear();
}

/** Where an entry is. */
function existingEntry(written: string): string | undefined {
  if (/^(?:channel:|flake:|(?:https?|file|channel|git|s3|ssh):\/\/)/.test(written)) {
    throw fail("limit", `the search path entry '${written}' ${whyNotFetched(written)}`);
  }
  const path = canonicalPath(written.startsWith("/") ? written : `${settings.workingFolder}/${written}`);
  if (typeAt(resolveLinks(path)) !== undefined) return path;
  if (!missing.has(written)) settings.print(`warning: Nix search path entry '${written}' does not exist, ignoring`);
  missing.add(written);
  return undefined;
}

/** What is left of a name behind an entry's prefix; `undefined` if that is not for it. */
function suffix(prefix: string, name: string): string | undefined {
  if (prefix === "") return name;
  if (name === prefix) return "";
  return name.startsWith(`${prefix}/`) ? name.slice(prefix.length + 1) : undefined;
}
