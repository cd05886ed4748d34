/**
 * How a file came into a host: who imports it, who imports that, down to the flake. The module system says which module
 * imports which; where in the importing file that stands, and what the flake does before the module system takes over, is
 * found by the paths that files name.
 */

import path from "node:path";
import type { FoundModules } from "../fleet/ask-modules.ts";
import { importersOf } from "../fleet/module-graph.ts";
import { type PathLiteral, pathLiteralsIn } from "../schema/path-literals.ts";
import type { ReadFile } from "./read-file.ts";

export interface ImportStep {
  readonly file: string;
  /** Where it names what it imports, if it does so by a path. */
  readonly line?: number;
  readonly column?: number;
}

/** The files through which a file comes in, the nearest first, the flake last. `undefined` if it is no module of the host. */
export type ImportChains = (file: string) => readonly ImportStep[] | undefined;

/** `folder` is where the flake is on the disk. */
export function importChains({ graph, files, copies }: FoundModules, folder: string, read: ReadFile): ImportChains {
  const [copy, original] = Object.entries(copies).find(([, top]) => isWithin(folder, top)) ?? [folder, folder];
  const flake = path.join(copy, path.relative(original, folder), "flake.nix");
  const literals = new Map<string, readonly PathLiteral[]>();
  const modules = new Set(graph.lists.flatMap((list) => list.modules.map(({ file }) => plainFile(file))));
  const ordinary = files.map((file) => path.join(copy, file)).filter((file) => !modules.has(plainFile(file)));
  const known = new Map<string, readonly ImportStep[] | undefined>();
  return (file) => {
    if (!known.has(file)) known.set(file, chainTo(file));
    return known.get(file);
  };

  function chainTo(file: string): readonly ImportStep[] | undefined {
    const importers = importersOf(graph, file);
    if (importers === undefined) return undefined;
    // what is given to the module system goes through files of nixpkgs, which are nobody's
    const own = importers.slice(0, importers.findLastIndex((importer) => read(importer).isOwn) + 1);
    const steps = [file, ...own];
    const above = steps.at(-1)!;
    const within = own.map((importer, index) => stepFrom(importer, steps[index]!));
    return above === flake ? within : [...within, ...fromFlake(above)];
  }

  /** The way from the flake to what it gives to the module system, through files that are no modules. */
  function fromFlake(target: string): ImportStep[] {
    const importers = new Map<string, string | undefined>([[flake, undefined]]);
    for (const [importer] of importers) {
      if (literalIn(importer, target) !== undefined) {
        const steps: ImportStep[] = [];
        let named = target;
        for (let at: string | undefined = importer; at !== undefined; at = importers.get(at)) {
          steps.push(stepFrom(at, named));
          named = at;
        }
        return steps;
      }
      for (const next of ordinary)
        if (!importers.has(next) && literalIn(importer, next) !== undefined) importers.set(next, importer);
    }
    return [{ file: read(flake).name }];
  }

  function stepFrom(importer: string, target: string): ImportStep {
    const literal = literalIn(importer, target);
    const { name } = read(importer);
    return literal === undefined ? { file: name } : { file: name, line: literal.line, column: literal.column };
  }

  function literalIn(importer: string, target: string): PathLiteral | undefined {
    let found = literals.get(importer);
    if (found === undefined) {
      const { source, isFolder = false } = read(importer);
      found =
        source === undefined ? [] : pathLiteralsIn(source, isFolder ? path.join(importer, "default.nix") : importer);
      literals.set(importer, found);
    }
    const fitting = found.filter(
      ({ leadsTo }) => leadsTo(plainFile(target)) || leadsTo(path.join(plainFile(target), "default.nix")),
    );
    return fitting.find(({ isComputed }) => !isComputed) ?? fitting[0];
  }
}

function isWithin(folder: string, top: string): boolean {
  return folder === top || folder.startsWith(`${top}/`);
}

/** A folder and its `default.nix` are the same module. */
function plainFile(file: string): string {
  return file.replace(/\/default\.nix$/u, "");
}
