/** Which file of the repository leads to which, by the paths that they name: nothing is evaluated. */

import type { Repository } from "../../check/source/repository.ts";
import { COMPUTED } from "../../check/source/file-references.ts";
import { type FileReference, type ImportGraph, importGraph } from "../../check/source/imports.ts";
import { shapeOf } from "../../check/source/module-shape.ts";
import type { Graph, GraphEdge, GraphNode, Place } from "../../explain/graph/graph.ts";

export function moduleGraph(repository: Repository): Graph {
  const { files, flakes } = repository;
  const graph = importGraph(repository);
  const roots = flakes.map(({ file }) => file.name);
  const named = graph.reach(roots, () => true, false);
  const reached = graph.reach(roots);
  const edges: GraphEdge[] = [];
  for (const from of files.keys())
    for (const reference of graph.from(from)) edges.push(...edgesOf(reference, repository, graph, named));
  const nodes = [...files.values()].map((file): GraphNode => {
    const { shape } = shapeOf(file);
    const kind = shape === "flake" ? "flake" : shape === "module" || shape === "module-maker" ? "module" : "file";
    return { id: file.name, kind };
  });
  return { nodes: nodes.toSorted((a, b) => order(a, reached) - order(b, reached)), edges: distinct(edges), roots };
}

function order({ id }: GraphNode, reached: ReadonlySet<string>): number {
  return reached.has(id) ? 0 : 1;
}

/** Of a folder that is read as a whole, those files that nothing names by itself. */
function edgesOf(
  reference: FileReference,
  repository: Repository,
  graph: ImportGraph,
  named: ReadonlySet<string>,
): GraphEdge[] {
  const { from, files, folders, target, isConditional } = reference;
  const why = placeIn(reference, repository);
  const how = target.includes(COMPUTED) ? "computed" : isConditional ? "if" : undefined;
  const others = folders.flatMap((folder) => graph.within(folder)).filter((file) => !named.has(file) && file !== from);
  return [
    ...files.filter((to) => to !== from).map((to): GraphEdge => ({ from, to, why, how })),
    ...others.filter((to) => !files.includes(to)).map((to): GraphEdge => ({ from, to, why, how: "folder" })),
  ];
}

export function placeIn({ from, range }: FileReference, { files }: Repository): Place {
  return { file: from, ...files.get(from)!.positions.at(range.start) };
}

/** A file that names another one twice has one edge, for the first. */
export function distinct(edges: readonly GraphEdge[]): GraphEdge[] {
  const known = new Set<string>();
  return edges.filter(({ from, to }) => {
    const key = JSON.stringify([from, to]);
    return !known.has(key) && known.add(key);
  });
}
