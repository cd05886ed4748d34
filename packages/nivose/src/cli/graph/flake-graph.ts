/** Which flake of the repository takes which, and what they take from elsewhere. */

import { view } from "@nivose/nix/syntax";
import type { FlakeSource, Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import type { Graph, GraphEdge, GraphNode, Place } from "../../explain/graph/graph.ts";
import { bindingsOf } from "../../schema/definitions.ts";

export function flakeGraph({ flakes }: Repository): Graph {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  for (const { folder, file } of flakes)
    nodes.set(nameOf(folder), { id: nameOf(folder), kind: "flake", ...noteOf(file) });
  for (const flake of flakes)
    for (const { name, from, revision, flake: sibling } of flake.inputs) {
      const id = sibling === undefined ? (from ?? name) : nameOf(sibling);
      // of what the flakes take from elsewhere, several revisions are several nodes only if they are written differently
      if (!nodes.has(id))
        nodes.set(id, { id, kind: "input", ...(revision === undefined ? {} : { note: revision.slice(0, 7) }) });
      edges.push({ from: nameOf(flake.folder), to: id, why: placeOf(flake, name) });
    }
  const isTaken = new Set(edges.map(({ to }) => to));
  const own = flakes.map(({ folder }) => nameOf(folder));
  // the top is what is evaluated, and what nothing takes is a beginning of its own
  const roots = own.filter((id) => id === TOP || !isTaken.has(id));
  return { nodes: [...nodes.values()], edges, roots: roots.length > 0 ? roots : own.slice(0, 1) };
}

const TOP = "flake.nix";

function nameOf(folder: string): string {
  return folder === "" ? TOP : `${folder}/flake.nix`;
}

function noteOf({ tree, expression }: SourceFile): { readonly note?: string } {
  const description = bindingsOf(tree, expression).find(({ path }) => path.join(".") === "description");
  const node = description === undefined ? undefined : view(tree, description.value);
  if (node?.kind !== "string" || node.pieces.length !== 1) return {};
  return { note: Buffer.from(tree.text(node.pieces[0]!), "latin1").toString() };
}

/** Where the flake names the input. */
function placeOf({ file }: FlakeSource, name: string): Place | undefined {
  const { tree, expression } = file;
  for (const { path, value, attrPath } of bindingsOf(tree, expression)) {
    if (path[0] !== "inputs") continue;
    if (path[1] === name) return { file: file.name, ...tree.positions.at(tree.start(attrPath)) };
    const inner = path.length > 1 ? undefined : bindingsOf(tree, value).find((each) => each.path[0] === name);
    if (inner !== undefined) return { file: file.name, ...tree.positions.at(tree.start(inner.attrPath)) };
  }
  return undefined;
}
