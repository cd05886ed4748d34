/** Lists and sets that have every host of a kind in them: what one takes part in, a new one does, too. */

import { Node, type Ref, view } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { lastName } from "../../schema/definitions.ts";
import { itemsOf } from "../edit/items.ts";
import { literalName } from "./places.ts";
import type { HostItem, SaidHost } from "./said-host.ts";

export function registryItems(repository: Repository, host: SaidHost, all: readonly SaidHost[]): readonly HostItem[] {
  const alike = all.filter(({ kind, flake }) => kind === host.kind && flake === host.flake).map(({ name }) => name);
  if (alike.length < 2) return [];
  const names = new Set(all.map(({ name }) => name));
  return [...repository.files.values()].flatMap((file) => {
    if (!alike.every((name) => file.mentions(name))) return [];
    return [
      ...enumerations(file).flatMap((list) => itemsIn(file, list, (item) => literalName(file.tree, item))),
      ...(isData(file) ? file.nodes(Node.AttrSet) : []).flatMap((set) =>
        itemsIn(file, set, (item) => bindingName(file, item)),
      ),
    ];
  });

  function itemsIn(file: SourceFile, collection: Ref, nameOf: (item: Ref) => string | undefined): HostItem[] {
    const items = itemsOf(file.tree, collection).map((item) => [item, nameOf(item)] as const);
    const said = new Set(items.map(([, name]) => name));
    const isAll = alike.every((name) => said.has(name)) && [...said].every((name) => names.has(name ?? ""));
    if (!isAll) return [];
    return items
      .filter(([, name]) => name === host.name)
      .map(([item]) => ({ tells: "target", output: REGISTRY, file, collection, item }));
  }
}

/** Not an output of a flake, but what has every host. */
export const REGISTRY = "registry";

/** Lists of types, and those of files that are data. */
function enumerations(file: SourceFile): readonly Ref[] {
  if (isData(file)) return file.nodes(Node.List);
  return file.nodes(Node.Apply).flatMap((ref) => {
    const node = view(file.tree, ref);
    if (node.kind !== "apply" || lastName(file.tree, node.function) !== "enum") return [];
    return node.arguments.filter((each) => file.tree.kind(each) === Node.List);
  });
}

/** What a module sets is for a machine; data are for all. */
function isData({ tree, expression }: SourceFile): boolean {
  const kind = tree.kind(expression);
  return kind === Node.AttrSet || kind === Node.Let || kind === Node.List;
}

function bindingName({ tree }: SourceFile, item: Ref): string | undefined {
  return tree.kind(item) === Node.Binding ? literalName(tree, tree.child(tree.child(item, 0), 0)) : undefined;
}
