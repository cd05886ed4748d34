/** The flakes on paper that lie beside the program, and what each stands for. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isRepository, type Repository, repositoryNamed } from "./repository.ts";

export interface PaperFlake {
  readonly name: string;
  readonly folder: string;
  /** Of the folder, which does not change. */
  readonly narHash: string;
  readonly standsFor: readonly Repository[];
  /** Of what it stands for, if that has releases. */
  readonly release?: string;
  /** Makes what is only made when it is taken. */
  readonly make?: (() => PaperFlake) | undefined;
}

export interface Shelf {
  readonly folder: string;
  readonly flakes: ReadonlyMap<string, PaperFlake>;
}

interface Contents {
  readonly "stands for": readonly string[];
  readonly narHash: string;
  readonly release?: string;
}

export function openShelf(folder: string): Shelf {
  const contents = JSON.parse(readFileSync(path.join(folder, "contents.json"), "utf8")) as Record<string, Contents>;
  const flakes = Object.entries(contents).map(([name, { "stands for": standsFor, ...facts }]): [string, PaperFlake] => [
    name,
    { name, ...facts, folder: path.join(folder, name), standsFor: standsFor.map(repositoryNamed) },
  ]);
  return { folder, flakes: new Map(flakes) };
}

/** In the package and in the repository alike it lies in what was built. */
export function shelfFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, "dist/paper")) && !existsSync(path.join(folder, "packages/nivose/dist/paper"))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error("paper is missing: 'npm run build' lays it out");
    folder = above;
  }
  const inPackage = path.join(folder, "dist/paper");
  return existsSync(inPackage) ? inPackage : path.join(folder, "packages/nivose/dist/paper");
}

/**
 * What stands for a repository, of several the one that is of the release, and otherwise the first; a fork that kept the
 * name counts as what it was made from.
 */
export function flakeFor({ flakes }: Shelf, wanted: Repository, release?: string): PaperFlake | undefined {
  // the lib of nixpkgs is a flake of its own, in a folder
  if (wanted.folder === "lib" && wanted.name === "nixpkgs") return flakes.get("nixpkgs-lib");
  const all = [...flakes.values()];
  const same = all.filter(({ standsFor }) => standsFor.some((each) => isRepository(each, wanted)));
  const found =
    same.length > 0 ? same : all.filter(({ standsFor }) => standsFor.some(({ name }) => name === wanted.name));
  return found.findLast((each) => release !== undefined && each.release === release) ?? found[0];
}
