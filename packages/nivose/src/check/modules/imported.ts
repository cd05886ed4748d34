/** Which files are modules, as the sources tell: those that stand in a list of modules. */

import { Node, type Ref } from "@nivose/nix/syntax";
import type { Repository } from "../source/repository.ts";
import type { SourceFile } from "../source/source-file.ts";
import { pathsIn } from "../source/paths.ts";

/** Attributes whose value is a list of modules. */
const lists: ReadonlySet<string> = new Set(["imports", "modules", "sharedModules", "extraModules"]);

const known = new WeakMap<Repository, ReadonlySet<string>>();

export function importedFiles(repository: Repository): ReadonlySet<string> {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const found = new Set<string>();
  for (const file of repository.files.values()) for (const name of importedBy(file, repository)) found.add(name);
  known.set(repository, found);
  return found;
}

function importedBy(file: SourceFile, { files }: Repository): string[] {
  const literals = pathsIn(file);
  if (literals.length === 0) return [];
  const elements = new Set(listsOfModules(file).flatMap((list) => file.tree.children(list)));
  return literals.flatMap(({ at, target }) => {
    if (!elements.has(at)) return [];
    if (files.has(target)) return [target];
    const inFolder = target === "" ? "default.nix" : `${target}/default.nix`;
    return files.has(inFolder) ? [inFolder] : [];
  });
}

/** Also where lists are added to each other. */
function listsOfModules(file: SourceFile): Ref[] {
  const { tree } = file;
  return file.nodes(Node.Binding).flatMap((binding) => {
    const names = tree.children(tree.child(binding, 0));
    return lists.has(tree.text(names.at(-1)!)) ? listsIn(file, tree.child(binding, 1)) : [];
  });
}

function listsIn(file: SourceFile, ref: Ref): Ref[] {
  const { tree } = file;
  switch (tree.kind(ref)) {
    case Node.List:
      return [ref];
    case Node.Binary:
      return [...listsIn(file, tree.child(ref, 0)), ...listsIn(file, tree.child(ref, 2))];
    case Node.Paren:
    case Node.Let:
      return listsIn(file, tree.child(ref, 0));
    case Node.With:
      return listsIn(file, tree.child(ref, 1));
    default:
      return [];
  }
}
