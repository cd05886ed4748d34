/**
 * Paper of the releases that `nivose paper update` has read: the program's own flakes, with the user's data in the place of
 * those that came with it.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { copyTree, layOutOnce } from "./lay-out.ts";
import type { PaperFlake, Shelf } from "./shelf.ts";

/** The folders that the command writes, by the flakes that read them. */
const folders = { nixpkgs: "nixos", "home-manager": "home-manager", "nix-darwin": "nix-darwin" } as const;

/** `data` has a folder for each release. What is laid out, when somebody takes it, is below `cache`. */
export function withOwnReleases(shelf: Shelf, data: string, cache: string): Shelf {
  const flakes = new Map(shelf.flakes);
  for (const release of releasesIn(data))
    for (const [name, source] of Object.entries(folders)) {
      const model = shelf.flakes.get(name);
      const place = path.join(data, release);
      if (model === undefined || !existsSync(optionsOf(place, source))) continue;
      const make = (): PaperFlake => ({
        ...own,
        ...laidOut(model, { release, place, source, cache }),
        make: undefined,
      });
      const own: PaperFlake = { ...model, name: `${name}-${release}`, release, make };
      flakes.set(own.name, own);
    }
  return { ...shelf, flakes };
}

function releasesIn(data: string): string[] {
  return existsSync(data) ? readdirSync(data).filter((name) => /^\d\d\.\d\d$/u.test(name)) : [];
}

function optionsOf(place: string, source: string): string {
  return path.join(place, source, "options/index.json");
}

interface Own {
  readonly release: string;
  readonly place: string;
  readonly source: string;
  readonly cache: string;
}

function laidOut(model: PaperFlake, { release, place, source, cache }: Own) {
  const { mtimeMs } = statSync(optionsOf(place, source));
  return layOutOnce(cache, `${model.name}-${release}`, [model.narHash, place, String(mtimeMs)], (folder) => {
    copyTree(model.folder, folder);
    const data = path.join(folder, "data");
    for (const name of readdirSync(path.join(place, source)))
      rmSync(path.join(data, name), { recursive: true, force: true });
    copyTree(path.join(place, source), data);
    addModules(folder, source === "nixos" ? "nixos/modules" : "modules", path.join(data, "modules.json"));
    if (source === "nixos") {
      write(folder, "lib/release.json", { release, versionSuffix: ".paper" });
      const names = path.join(place, "packages.json");
      if (existsSync(names)) write(folder, "pkgs/data/top.json", packagesOf(folder, readJson(names) as string[]));
    }
    if (source === "nix-darwin") write(folder, "version.json", { release, isReleaseBranch: true });
  });
}

/** Modules that are imported by their paths; what is in those that are no part of every system is not known. */
function addModules(folder: string, modules: string, listing: string): void {
  if (!existsSync(listing)) return;
  for (const [name, options] of Object.entries(readJson(listing) as Record<string, unknown>)) {
    const place = path.join(folder, modules, name.endsWith(".nix") ? name : `${name}/default.nix`);
    if (existsSync(place) || !place.startsWith(`${folder}/`)) continue;
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, options === null ? `throw "unknown on paper: ${modules}/${name}"\n` : "{ }\n");
  }
}

interface Packages {
  readonly names: Readonly<Record<string, unknown>>;
}

/** Of names that are known, what they are is known, too; any other is a package like most. */
function packagesOf(folder: string, names: readonly string[]): Packages {
  const packages = readJson(path.join(folder, "pkgs/data/top.json")) as Packages;
  const thing = (name: string): unknown => {
    const known = Object.hasOwn(packages.names, name) ? packages.names[name] : undefined;
    return known === undefined || known === "removed" ? 0 : known;
  };
  return { ...packages, names: Object.fromEntries(names.map((name) => [name, thing(name)])) };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

function write(folder: string, file: string, value: unknown): void {
  writeFileSync(path.join(folder, file), `${JSON.stringify(value)}\n`);
}
