/** The options of NixOS that paper has, with the terms of their types. */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Term = string | readonly [kind: string, ...rest: unknown[]];

export interface Declared {
  readonly path: readonly string[];
  readonly term: Term;
}

type Members = { readonly [name: string]: Members | readonly [Term, ...unknown[]] };

export function declaredOptions(folder: string): Declared[] {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return below(entry.name, declaredOptions(place));
      const name = entry.name.replace(/\.json$/u, "");
      if (name === entry.name || name === "index") return [];
      const { options } = JSON.parse(readFileSync(place, "utf8")) as { options: Members };
      return below(name, membersOf(options));
    });
}

export function membersOf(members: Members | readonly [Term, ...unknown[]]): Declared[] {
  if (Array.isArray(members)) return [{ path: [], term: members[0] as Term }];
  return Object.entries(members as Members).flatMap(([name, inner]) => below(name, membersOf(inner)));
}

function below(name: string, options: readonly Declared[]): Declared[] {
  return options.map((option) => ({ ...option, path: [name, ...option.path] }));
}
