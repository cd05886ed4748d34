/** What the flakes of a repository tell of the fleet as a whole. */

import type { Plain } from "../../nix.ts";
import { newestRelease, pinOf, releases } from "../../release.ts";
import { reservedNames } from "../../spec/reserved-names.ts";
import type { FleetFiles } from "./fleet-files.ts";

/** The release that `nixpkgs` is of. */
export function releaseOf(path: string, files: FleetFiles): string {
  const url = textAt(path, ["inputs", "nixpkgs", "url"], files) ?? "";
  const named = releases.find((release) => pinOf("nixpkgs", release).url === url);
  const [, number] = /(\d\d\.\d\d)/u.exec(url) ?? [];
  const known = number !== undefined && releases.includes(number) ? number : undefined;
  return named ?? known ?? (/unstable/u.test(url) && releases.includes("unstable") ? "unstable" : newestRelease);
}

/** Empty if it is what every fleet of that name says. */
export function descriptionOf(path: string, name: string, files: FleetFiles): string {
  const text = textAt(path, ["description"], files) ?? "";
  return text === `The machines of ${name}` ? "" : text;
}

/** The set below which the repository's own modules declare their options. */
export function namespaceIn(folders: RegExp, files: FleetFiles): string | undefined {
  const counts = new Map<string, number>();
  for (const [path, file] of files.all) {
    if (!folders.test(path) || !file.mentions("options")) continue;
    const text = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.length).toString("latin1");
    for (const [, name] of text.matchAll(/\boptions\.([A-Za-z_][A-Za-z0-9_-]*)\b/gu))
      if (!reservedNames.has(name!)) counts.set(name!, (counts.get(name!) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

/** The forges that check it. */
export function ciOf(files: FleetFiles): readonly string[] {
  return ["github", "forgejo"].filter((forge) => files.exists(`.${forge}/workflows/check.yml`));
}

function textAt(path: string, attributes: readonly string[], files: FleetFiles): string | undefined {
  const value: Plain | undefined = files.data(path, attributes, `'${attributes.join(".")}'`);
  return typeof value === "string" ? value : undefined;
}
