/** Where else a host takes part: what its own items name by its name, and what names the files that it is said in. */

import { Node, NONE, type Ref } from "@nivose/nix/syntax";
import { importGraph } from "../../check/source/imports.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import type { HostItem, SaidHost } from "./said-host.ts";
import { isWithin, ownRoots } from "./own-files.ts";
import { literalName } from "./places.ts";
import { mentionsName } from "./renaming.ts";

export function namedItems(repository: Repository, host: SaidHost): readonly HostItem[] {
  return [...selectedBy(repository, host), ...naming(repository, host)];
}

/** `homes."alex@luna"` in an item of luna means a binding somewhere, which is about luna, too. */
function selectedBy(repository: Repository, { items, name }: SaidHost): readonly HostItem[] {
  const selected = new Set(
    items.flatMap(({ file, item, tells }) => (tells === "target" ? [] : [...selectedIn(file, item)])),
  );
  return [...selected]
    .filter((each) => each !== name && mentionsName(each, name))
    .flatMap((each) =>
      [...repository.files.values()].filter((file) => file.mentions(each)).flatMap((file) => bindingsNamed(file, each)),
    );
}

function* selectedIn(file: SourceFile, ref: Ref): Generator<string> {
  const { tree } = file;
  if (ref === NONE || tree.isToken(ref)) return;
  if (tree.kind(ref) === Node.Select)
    for (const name of tree.children(tree.child(ref, 1))) {
      const text = literalName(tree, name);
      if (text !== undefined) yield text;
    }
  for (const child of tree.children(ref)) yield* selectedIn(file, child);
}

function bindingsNamed(file: SourceFile, name: string): readonly HostItem[] {
  const { tree } = file;
  return file.nodes(Node.AttrSet).flatMap((collection) =>
    tree
      .children(collection)
      .filter(
        (item) => tree.kind(item) === Node.Binding && literalName(tree, tree.child(tree.child(item, 0), 0)) === name,
      )
      .map((item): HostItem => ({ tells: "target", output: "", file, collection, item })),
  );
}

/** An element such as `./machines/luna` of a list, where luna is said in that folder. */
function naming(repository: Repository, { name, flake, items }: SaidHost): readonly HostItem[] {
  const roots = ownRoots(repository, name, flake).filter(({ path }) =>
    items.some(
      ({ file, output }) => isWithin(file.name, path) && !/(?:^|\.)(?:modules|configurations)\.\w+$/u.test(output),
    ),
  );
  if (roots.length === 0) return [];
  const graph = importGraph(repository);
  return [...repository.files.values()].flatMap((file) => {
    if (roots.some(({ path }) => isWithin(file.name, path))) return [];
    return graph
      .from(file.name)
      .filter(({ target }) => roots.some(({ path }) => isWithin(target, path)))
      .flatMap(({ at }) => {
        const collection = file.nodes(Node.List).find((list) => file.tree.children(list).includes(at));
        return collection === undefined ? [] : [{ tells: "target" as const, output: "", file, collection, item: at }];
      });
  });
}
