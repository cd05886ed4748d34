/**
 * Places the nodes of a graph in columns, from the roots to the right, as in the drawings of Sugiyama, Tagawa and Toda (1981): each node
 * stands in the column behind the last of those that lead to it, edges that close a circle aside; within a column it
 * stands near the middle of its neighbours.
 */

import type { Graph, GraphEdge } from "./graph.ts";

export interface Placed {
  readonly id: string;
  readonly column: number;
  /** Counted from the top of its column. */
  readonly row: number;
}

export function placeNodes(graph: Graph): readonly Placed[] {
  const forward = withoutBackEdges(graph);
  const columns = columnsOf(graph, forward);
  const byColumn: string[][] = [];
  for (const { id } of graph.nodes) (byColumn[columns.get(id)!] ??= []).push(id);
  const left = neighbours(forward, ({ from, to }) => [to, from]);
  const right = neighbours(forward, ({ from, to }) => [from, to]);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isForward = sweep % 2 === 0;
    const order = isForward ? byColumn.keys() : [...byColumn.keys()].toReversed();
    for (const column of order) sortByNeighbours(byColumn, column, isForward ? left : right);
  }
  return byColumn.flatMap((ids, column) => (ids ?? []).map((id, row) => ({ id, column, row })));
}

const SWEEPS = 6;

/** Those that a walk from the roots meets without coming back to where it is. */
function withoutBackEdges({ nodes, edges, roots }: Graph): GraphEdge[] {
  const state = new Map<string, "open" | "done">();
  const kept: GraphEdge[] = [];
  const visit = (id: string): void => {
    state.set(id, "open");
    for (const edge of edges) {
      if (edge.from !== id || state.get(edge.to) === "open") continue;
      kept.push(edge);
      if (!state.has(edge.to)) visit(edge.to);
    }
    state.set(id, "done");
  };
  for (const id of [...roots, ...nodes.map((node) => node.id)]) if (!state.has(id)) visit(id);
  return kept;
}

/** As far from the start as the longest way. */
function columnsOf({ nodes }: Graph, edges: readonly GraphEdge[]): ReadonlyMap<string, number> {
  const before = neighbours(edges, ({ from, to }) => [to, from]);
  const columns = new Map<string, number>();
  const columnOf = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const column = Math.max(-1, ...(before.get(id) ?? []).map(columnOf)) + 1;
    columns.set(id, column);
    return column;
  };
  for (const { id } of nodes) columnOf(id);
  return columns;
}

function neighbours(
  edges: readonly GraphEdge[],
  ends: (edge: GraphEdge) => readonly [string, string],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    const [of, other] = ends(edge);
    const known = found.get(of);
    if (known === undefined) found.set(of, [other]);
    else known.push(other);
  }
  return found;
}

function sortByNeighbours(byColumn: string[][], column: number, others: ReadonlyMap<string, readonly string[]>): void {
  const heights = new Map(byColumn.flatMap((ids) => ids.map((id, row) => [id, (row + 0.5) / ids.length])));
  const middle = (id: string): number => {
    const near = others.get(id) ?? [];
    return near.length === 0 ? heights.get(id)! : near.reduce((sum, each) => sum + heights.get(each)!, 0) / near.length;
  };
  const keyed = byColumn[column]!.map((id) => [middle(id), id] as const);
  byColumn[column] = keyed.toSorted((a, b) => a[0] - b[0]).map(([, id]) => id);
}
