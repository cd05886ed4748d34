/**
 * nixpkgs on paper, for a fleet that is locked to another release of it: with the packages that the fleet asks for and that
 * paper does not know, since the other release may have them.
 */

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nearestFew } from "@nivose/nix/syntax";
import { copyTree, layOutOnce, type PaperSource } from "./lay-out.ts";

/** What the file has of a package: what was perhaps meant instead of it, and what is asked of it. */
export interface PackageOfOthers {
  readonly like: readonly string[];
  readonly names: Readonly<Record<string, PackageOfOthers>>;
}

/** The source as it is if it knows all of them. What is laid out is kept for each fleet, whose folder is `root`. */
export function withPackagesOfOthers(
  source: PaperSource,
  asked: readonly (readonly string[])[],
  root: string,
  cache: string,
): PaperSource {
  const { names } = JSON.parse(readFileSync(path.join(source.folder, "pkgs/data/top.json"), "utf8")) as Packages;
  const others = packagesOfOthers(asked, Object.keys(names));
  if (Object.keys(others).length === 0) return source;
  const text = `${JSON.stringify(others)}\n`;
  const kind = `nixpkgs-others-${digest(`${root}\0${path.basename(source.folder)}`)}`;
  return layOutOnce(cache, kind, [source.narHash, digest(text)], (folder) => {
    copyTree(source.folder, folder);
    writeFileSync(path.join(folder, "pkgs/data/others.json"), text);
  });
}

interface Packages {
  readonly names: Readonly<Record<string, unknown>>;
}

export function packagesOfOthers(
  asked: readonly (readonly string[])[],
  known: readonly string[],
): Record<string, PackageOfOthers> {
  const isKnown = new Set(known);
  const others: Record<string, Growing> = {};
  const add = (way: readonly string[]): void => {
    let set = others;
    for (const name of way) {
      if (!Object.hasOwn(set, name))
        set[name] = { like: set === others ? nearestFew(name, known, MOST_LIKE) : [], names: {} };
      set = set[name]!.names;
    }
  };
  for (const way of asked) {
    if (isKnown.has(way[0]!)) continue;
    add(way);
    // it may be a whole nixpkgs that an overlay lays in
    if (way[1] !== undefined && !isKnown.has(way[1])) add(way.slice(1));
  }
  return others;
}

const MOST_LIKE = 3;

interface Growing {
  readonly like: readonly string[];
  readonly names: Record<string, Growing>;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
