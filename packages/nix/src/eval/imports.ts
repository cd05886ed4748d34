/** Files that are evaluated because something imports them. */

import { dirname } from "node:path/posix";
import { readBytes, resolveLinks, typeAt } from "./files.ts";
import type { Code, Handle } from "./heap.ts";
import { load } from "./load.ts";
import { evaluate } from "./machine.ts";
import { settings } from "./settings.ts";

/** The values of the files that were imported, by their path without links. */
const imported = new Map<string, Handle>();

export function importFile(path: string): Handle {
  const file = fileToImport(path);
  const known = imported.get(file);
  if (known !== undefined) return known;
  const value = evaluate(loadFile(file), 0);
  imported.set(file, value);
  return value;
}

/** The file that `import` reads for a path: of a folder, its `default.nix`. */
export function fileToImport(path: string): string {
  const real = resolveLinks(path);
  return typeAt(real) === "directory" ? resolveLinks(`${real}/default.nix`) : real;
}

export function loadFile(path: string, outerNames?: readonly string[]): Code {
  const file = fileToImport(path);
  const source = readBytes(file);
  return load(
    source,
    {
      name: file,
      isFile: true,
      folder: dirname(file),
      home: settings.home,
      source: () => source,
      length: source.length,
    },
    outerNames,
  );
}

/** Code of a text that is in no file; relative paths in it are resolved against `folder`. */
export function loadText(source: Uint8Array, name: string, folder = "/"): Code {
  const origin = { name, isFile: false, folder, home: settings.home, source: () => source, length: source.length };
  return load(source, origin);
}

export interface ImportsMark {
  readonly count: number;
}

export function markImports(): ImportsMark {
  return { count: imported.size };
}

/** Forgets the files imported since; a map keeps the order in which its entries were made. */
export function undoImports(mark: ImportsMark): void {
  for (const file of [...imported.keys()].slice(mark.count)) imported.delete(file);
}
