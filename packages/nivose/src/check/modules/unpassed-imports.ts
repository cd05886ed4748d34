/** Imports that need an argument which is not known from the start. */

import type { Ref } from "@nivose/nix/syntax";
import { importGraph } from "../source/imports.ts";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { Forced, type Need } from "./forced.ts";
import { needsOfImports } from "./import-needs.ts";
import { moduleFunctions, valuesAt } from "./module-functions.ts";
import { neededName } from "./needed-place.ts";
import { specialArgsOf } from "./special-args.ts";

export interface UnpassedImport {
  readonly file: SourceFile;
  readonly name: string;
  readonly need: Need;
}

/** Arguments that are known from the start in any module system of the fleet. */
const fromStart: ReadonlySet<string> = new Set([
  "_class",
  "_prefix",
  "baseModules",
  "darwinConfig",
  "extraModules",
  "flake-parts-lib",
  "lib",
  "moduleLocation",
  "modules",
  "modulesPath",
  "name",
  "nixosConfig",
  "nodes",
  "noUserModules",
  "osConfig",
  "specialArgs",
  // other rules look at these
  "config",
  "options",
  "pkgs",
]);

/** Of the modules that stand in a list of imports, if all that is passed to modules is written out. */
export function unpassedImports(repository: Repository): readonly UnpassedImport[] {
  const { names, isComplete, calls } = specialArgsOf(repository);
  if (!isComplete || calls.length === 0) return [];
  const usesParts = repository.flakes.some(({ file }) => file.mentions("flake-parts"));
  const isKnown = (name: string): boolean =>
    names.has(name) || fromStart.has(name) || (usesParts && (name === "inputs" || name === "self"));
  return [...importGraph(repository).modules].flatMap((name) => {
    const file = repository.files.get(name)!;
    return file.tree.ok ? unpassedIn(file, isKnown) : [];
  });
}

function unpassedIn(file: SourceFile, isKnown: (name: string) => boolean): UnpassedImport[] {
  const { tree } = file;
  return moduleFunctions(file).flatMap(({ isFile, set, required }) => {
    const wanted = [...required].filter(([name]) => !isKnown(name)).map(([, token]) => tree.firstToken(token));
    if (!isFile || set === undefined || wanted.length === 0) return [];
    const lists = valuesAt(tree, set, "imports").flatMap(({ value, isBelow }): Ref[] => (isBelow ? [] : [value]));
    if (lists.length === 0) return [];
    const forced = new Forced(file, (token) => wanted.includes(token));
    const needs = lists.flatMap((list) => needsOfImports(file, forced, list));
    return needs.map((need) => ({ file, name: neededName(file, need), need }));
  });
}
