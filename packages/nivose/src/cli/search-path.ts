/** Where `<nixpkgs>` is looked for: `-I`, the setting `nix-path`, `NIX_PATH`, or the channels of the user. */

import { existsSync } from "node:fs";
import path from "node:path";

export interface SearchEntry {
  readonly prefix: string;
  readonly path: string;
}

/** An entry as it is written: `nixpkgs=/a/path`, or the path of a folder with whatever is in it. */
export function searchEntry(entry: string): SearchEntry {
  const equals = entry.indexOf("=");
  return { prefix: entry.slice(0, Math.max(0, equals)), path: entry.slice(equals + 1) };
}

/** The entries of `NIX_PATH`. A colon separates them, unless it belongs to a URL. */
export function splitNixPath(variable: string): string[] {
  const entries: string[] = [];
  for (let at = 0; at < variable.length;) {
    let end = variable.indexOf(":", at);
    if (end === -1) end = variable.length;
    const target = variable.slice(variable.lastIndexOf("=", end) < at ? at : variable.lastIndexOf("=", end) + 1);
    if (end < variable.length && (isPseudoUrl(target) || target.startsWith("flake:"))) {
      end = variable.indexOf(":", end + 1);
      if (end === -1) end = variable.length;
    }
    if (end > at) entries.push(variable.slice(at, end));
    at = end + 1;
  }
  return entries;
}

/** What Nix searches if nobody says anything: the channels that are there. */
export function usualSearchPath({ HOME }: Readonly<Record<string, string | undefined>>): string[] {
  const home = HOME ?? "/homeless-shelter";
  const root = "/nix/var/nix/profiles/per-user/root/channels";
  const candidates = [
    { prefix: "", path: path.join(home, ".nix-defexpr/channels") },
    { prefix: "nixpkgs=", path: `${root}/nixpkgs` },
    { prefix: "", path: root },
  ];
  return candidates.filter((each) => existsSync(each.path)).map((each) => each.prefix + each.path);
}

/** What Nix downloads before it looks into it. */
function isPseudoUrl(text: string): boolean {
  return /^(?:channel:|(?:https?|file|channel|git|s3|ssh):\/\/)/u.test(text);
}
