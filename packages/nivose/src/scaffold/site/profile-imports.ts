/** Roles and profiles that a host is to have: modules of that name that other hosts import. */

import path from "node:path";
import { nearest } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { GrowProblem } from "../growth.ts";
import { scaffoldMessages } from "../messages.ts";
import { moduleOf, neededFiles } from "./host-files.ts";
import type { ImportWish } from "./host-modules.ts";
import type { SaidHost } from "./said-host.ts";
import { importKey, importsOf } from "./imports-of.ts";
import { leavesIn, piecesOf } from "./leaves.ts";

export function profileImports(
  repository: Repository,
  all: readonly SaidHost[],
  names: readonly string[],
): { readonly imports: readonly ImportWish[] } | GrowProblem {
  if (names.length === 0) return { imports: [] };
  const known = importedByHosts(repository, all);
  const imports: ImportWish[] = [];
  for (const name of names) {
    const wish = known.get(name);
    if (wish === undefined)
      return {
        message: scaffoldMessages["site-no-profile"](
          name,
          [...known.keys()].toSorted().join(", "),
          nearest(name, [...known.keys()]),
        ),
      };
    imports.push(wish);
  }
  return { imports };
}

/** What brings the options of disko; `"everywhere"` if it does not stand in files of hosts; nothing if nobody has it. */
export function diskoImport(repository: Repository, all: readonly SaidHost[]): ImportWish | "everywhere" | undefined {
  const ofHosts = [...importedByHosts(repository, all).values()].find(({ text }) => disko.test(text));
  if (ofHosts !== undefined) return ofHosts;
  const isSaid = [...repository.files.values()].some((file) => disko.test(Buffer.from(file.bytes).toString()));
  return isSaid ? "everywhere" : undefined;
}

const disko = /\bdisko\.nixosModules\b|\bdisko\}\/module\.nix/u;

function importedByHosts(repository: Repository, all: readonly SaidHost[]): ReadonlyMap<string, ImportWish> {
  const found = new Map<string, ImportWish>();
  for (const host of all)
    for (const { name } of neededFiles(repository, host, all).filter(({ is }) => is === "module")) {
      const own = moduleOf(repository, host, name);
      if (own === undefined) continue;
      const { file, roots } = own;
      for (const leaf of leavesIn(own.starts.flatMap((start) => piecesOf(file, start) ?? []))) {
        if (leaf.value === undefined || leaf.path.at(-1) !== "imports") continue;
        for (const { ref } of importsOf(file, leaf.value)) {
          const key = importKey(file, ref);
          if (roots.some((root) => key.startsWith(root))) continue;
          const isPath = repository.exists(key);
          const stem = isPath ? path.posix.parse(key).name : key.split(".").at(-1)!;
          found.set(stem, { target: isPath ? key : undefined, text: file.text(ref) });
        }
      }
    }
  return found;
}
