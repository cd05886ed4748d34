/** Where the first module, profile or role goes: a file beside nothing, which a host takes by its `imports`. */

import { importGraph } from "../../check/source/imports.ts";
import type { PartKind, Place } from "../layout.ts";
import type { Site } from "../site/site.ts";

/** Nothing if there is a folder of that name which something reads: how it takes its files is then not understood. */
export function firstModule(site: Site, kind: PartKind): Place | undefined {
  const folder = folderFor(site, kind);
  if (folder === undefined || readerOf(site, kind) !== undefined) return undefined;
  return { path: `${folder}/{name}.nix`, wiring: [] };
}

/** What has the folder already that the first one would be in: a line that names it, or a file in it. */
export function readerOf(site: Site, kind: PartKind): { readonly where: string } | undefined {
  const folder = folderFor(site, kind);
  if (folder === undefined) return undefined;
  const { repository } = site;
  const graph = importGraph(repository);
  const inside = graph.within(folder);
  const main = `${folder}/default.nix`;
  if (inside.includes(main)) return { where: main };
  const deep = inside.find((name) => name.slice(folder.length + 1).includes("/"));
  const above = new Set(folder.split("/").map((_, index, names) => names.slice(0, index + 1).join("/")));
  for (const file of repository.files.values()) {
    // a folder that a function reads, whichever it is
    const found = graph.from(file.name).find(({ target, files }) => above.has(target) && files.length === 0);
    if (found !== undefined) return { where: `${file.name}:${file.positions.at(found.range.start).line}` };
  }
  return deep === undefined ? undefined : { where: deep };
}

function folderFor({ repository, layout, own }: Site, kind: PartKind): string | undefined {
  const name = folders[kind];
  if (name === undefined || own !== undefined || !repository.files.has("flake.nix")) return undefined;
  const [module] = [layout.parts.module ?? []].flat();
  const above = /^(.*?)(?:^|\/)modules\//u.exec(module?.path ?? "")?.[1] ?? "";
  return above === "" ? name : `${above}/${name}`;
}

const folders: Readonly<Partial<Record<PartKind, string>>> = {
  module: "modules",
  profile: "profiles",
  role: "roles",
};
