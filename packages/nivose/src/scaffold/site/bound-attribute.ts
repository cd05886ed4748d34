/** What `self.hosts`, `inputs.self.hosts` and `config.flake.hosts` are, where a file of the flake says it. */

import { Node, type Ref, view } from "@nivose/nix/syntax";
import type { Repository } from "../../check/source/repository.ts";
import { attributeAt } from "../edit/attributes.ts";
import type { Located } from "./places.ts";

export function boundAttribute(repository: Repository, { file, ref }: Located): Located | undefined {
  const node = view(file.tree, ref);
  if (node.kind !== "select") return undefined;
  const names = [node.subject, ...file.tree.children(node.attrPath)].map((each: Ref) => file.text(each));
  const start = names.findLastIndex((name) => name === "self" || name === "config" || name === "flake");
  const name = names.at(-1)!;
  if (start < 0 || start !== names.length - 2 || name.endsWith("Configurations")) return undefined;
  for (const each of repository.files.values()) {
    if (!each.mentions(name) || each.nodes(Node.Binding).length === 0) continue;
    const found = ways
      .map((way) => [...way, name])
      .map((path) => attributeAt(each, path))
      .find((at) => at !== undefined);
    if (found !== undefined) return { file: each, ref: found.value };
  }
  return undefined;
}

const ways: readonly (readonly string[])[] = [["outputs"], ["outputs", "flake"], ["flake"], []];
