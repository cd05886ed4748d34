/** Names of what a repository has of a kind, by the places where its parts of that kind lie. Nothing is evaluated. */

import { provenancePattern } from "../../services/provenance.ts";
import type { PartKind } from "../layout.ts";
import type { Site } from "../site/site.ts";
import { nameIn } from "./pattern.ts";

export function namesThere(
  { layout, repository }: Pick<Site, "layout" | "repository">,
  kind: PartKind,
): readonly string[] {
  const files = new Set([...repository.tracked, ...repository.untracked, ...repository.files.keys()]);
  const places = [layout.parts[kind] ?? []].flat();
  const names = places.flatMap(({ path }) => [...files].flatMap((file) => nameIn(path, file) ?? []));
  return [...new Set(names)].filter((name) => name !== "default" && /^[A-Za-z_]/u.test(name)).toSorted();
}

/** Services that are switched on by their names, and those with modules that say where they are from. */
export function servicesThere({ repository }: Pick<Site, "repository">, known: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const file of repository.files.values()) {
    const [, from] = provenancePattern().exec(Buffer.from(file.bytes).toString()) ?? [];
    if (from !== undefined) found.add(from);
    if (!file.mentions("enable")) continue;
    for (const { path } of file.definitions)
      if (path.at(-1) === "enable" && path.includes("services")) found.add(path.at(-2) ?? "");
  }
  return known.filter((name) => found.has(name));
}
