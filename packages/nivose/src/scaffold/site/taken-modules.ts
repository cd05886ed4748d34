/** The modules that a new host takes where it is said, by lists that it shares with the one that it is made like. */

import { Node, type Ref } from "@nivose/nix/syntax";
import { COMPUTED } from "../../check/source/file-references.ts";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { rootsOf } from "./host-files.ts";
import type { SaidHost } from "./said-host.ts";
import { isWithin } from "./own-files.ts";

/** All files that they lead to, without those that are the model's own. */
export function takenModules(repository: Repository, model: SaidHost): readonly SourceFile[] {
  const graph = importGraph(repository);
  const own = rootsOf(repository, model).map(({ path }) => path);
  const isOwn = (file: string): boolean => own.some((root) => isWithin(file, root));
  const starts = model.items.flatMap(({ file, item }) => {
    const parts = [item, ...bindingsFor(file, item)].map((ref) => file.tree.range(ref));
    return graph
      .from(file.name)
      .filter(({ target }) => !target.includes(COMPUTED))
      .filter(({ range }) => parts.some(({ start, end }) => range.start >= start && range.end <= end))
      .flatMap(({ files }) => files);
  });
  const others = starts.filter((name) => !isOwn(name));
  const reached = graph.reach(others, ({ listedIn }) => listedIn !== undefined, false);
  return [...reached].filter((name) => !isOwn(name)).flatMap((name) => repository.files.get(name) ?? []);
}

/** What the names stand for that an expression has, and those that these have, in the same file. */
function bindingsFor(file: SourceFile, item: Ref): readonly Ref[] {
  const { tree } = file;
  const values = new Map<number, Ref>();
  for (const binding of file.nodes(Node.Binding)) {
    const attrPath = tree.child(binding, 0);
    const name = tree.child(attrPath, 0);
    if (tree.childCount(attrPath) === 1 && tree.isToken(name))
      values.set(tree.firstToken(name), tree.child(binding, 1));
  }
  const found = new Set<Ref>();
  const visit = (ref: Ref): void => {
    for (let token = tree.firstToken(ref); token < tree.endToken(ref); token++) {
      const value = values.get(file.analysis.meanings[token]! - 1);
      if (value === undefined || found.has(value)) continue;
      found.add(value);
      visit(value);
    }
  };
  visit(item);
  return [...found];
}
