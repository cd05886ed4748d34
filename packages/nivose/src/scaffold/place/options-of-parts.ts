/** The options that parts of a repository declare, as far as the text of its files tells. */

import path from "node:path";
import { Node, type Ref } from "@nivose/nix/syntax";
import type { SourceFile } from "../../check/source/source-file.ts";
import { reservedNames } from "../spec/reserved-names.ts";
import { bindingsOf } from "../../schema/definitions.ts";
import { setsOf } from "../edit/attributes.ts";
import type { Layout, Place } from "../layout.ts";
import type { Site } from "../site/site.ts";
import { folderOfPattern } from "./pattern.ts";

/** Where a file declares an option of this path, or one above or below it; perhaps, if a name that is computed may be any. */
export function declarationOf(
  file: SourceFile,
  option: readonly string[],
  { isAnyComputed = false }: { readonly isAnyComputed?: boolean } = {},
): Ref | undefined {
  if (!file.mentions("options")) return undefined;
  const { tree } = file;
  const visit = (set: Ref, left: readonly string[]): Ref | undefined => {
    for (const { path: names, attrPath, value } of bindingsOf(tree, set)) {
      const shared = Math.min(names.length, left.length);
      const isOther = (name: string | undefined, index: number): boolean =>
        name !== left[index] && (name !== undefined || !isAnyComputed);
      if (names.slice(0, shared).some((name, index) => isOther(name, index))) continue;
      if (names.length >= left.length) return attrPath;
      for (const inner of setsOf(tree, value)) {
        const found = visit(inner, left.slice(names.length));
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  for (const set of setsOf(tree, file.expression)) {
    const found = visit(set, ["options", ...option]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Files that are evaluated together with those of a place: of its platform, and of all platforms. */
export function filesBesides({ repository, layout }: Site, own: Place): readonly SourceFile[] {
  const places = kindsOfModules
    .flatMap((kind) => [layout.parts[kind] ?? []].flat())
    .filter(
      ({ platform = "common" }) => [platform, own.platform ?? "common"].includes("common") || platform === own.platform,
    );
  return [...repository.files.values()].filter(({ name }) => places.some((place) => liesAt(place, name)));
}

/** Whether it is beside the parts of a place, or below them. */
function liesAt({ path: pattern }: Place, file: string): boolean {
  const last = path.posix.basename(pattern);
  const isOneOfEach = !last.includes("{") && last !== "default.nix";
  return file.startsWith(folderOfPattern(pattern)) && (!isOneOfEach || path.posix.basename(file) === last);
}

const kindsOfModules = ["module", "role", "profile", "service"] as const satisfies readonly (keyof Layout["parts"])[];

/** The set below which the fleet's own options lie: the one that most of its modules declare options in. */
export function namespaceOf(site: Site): string | undefined {
  if (site.namespace !== undefined) return site.namespace;
  const counts = new Map<string, number>();
  for (const file of site.repository.files.values()) {
    if (!file.mentions("options")) continue;
    const name = namespaceIn(file);
    if (name !== undefined && !reservedNames.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function namespaceIn(file: SourceFile): string | undefined {
  const { tree } = file;
  for (const set of setsOf(tree, file.expression)) {
    const options = bindingsOf(tree, set).find((each) => each.path[0] === "options");
    if (options === undefined) continue;
    if (options.path.length > 1) return options.path[1];
    if (!tree.isToken(options.value) && tree.kind(options.value) === Node.AttrSet)
      return bindingsOf(tree, options.value)[0]?.path[0];
  }
  return undefined;
}
