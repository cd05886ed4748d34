/** Ways in a graph: what is reached, what lies between, and what goes in circles. */

import type { Graph, GraphEdge } from "./graph.ts";

export interface Ways {
  readonly reached: ReadonlySet<string>;
  /** Edges that are a part of a circle. */
  readonly circular: ReadonlySet<GraphEdge>;
  /** From each node, in the order of the graph. */
  readonly edgesFrom: ReadonlyMap<string, readonly GraphEdge[]>;
}

export function waysIn({ edges, roots }: Graph): Ways {
  const edgesFrom = groupBy(edges, ({ from }) => from);
  const next = (id: string): string[] => (edgesFrom.get(id) ?? []).map(({ to }) => to);
  const rounds = new Map<string, ReadonlySet<string>>();
  const circular = edges.filter(({ from, to }) => {
    const reached = rounds.get(to) ?? reachable([to], next);
    rounds.set(to, reached);
    return reached.has(from);
  });
  return { reached: reachable(roots, next), circular: new Set(circular), edgesFrom };
}

/**
 * Only what is on a way from one node to another: all that the first leads to if there is no other, and all that leads to the other if
 * there is no first.
 */
export function between(graph: Graph, from: string | undefined, to: string | undefined): Graph {
  if (from === undefined && to === undefined) return graph;
  const edgesFrom = groupBy(graph.edges, (edge) => edge.from);
  const edgesTo = groupBy(graph.edges, (edge) => edge.to);
  const below =
    from === undefined ? undefined : reachable([from], (id) => (edgesFrom.get(id) ?? []).map((edge) => edge.to));
  const above =
    to === undefined ? undefined : reachable([to], (id) => (edgesTo.get(id) ?? []).map((edge) => edge.from));
  const isKept = (id: string): boolean => (below?.has(id) ?? true) && (above?.has(id) ?? true);
  const edges = graph.edges.filter((edge) => isKept(edge.from) && isKept(edge.to));
  const isLedTo = new Set(edges.filter((edge) => edge.from !== edge.to).map((edge) => edge.to));
  const nodes = graph.nodes.filter(({ id }) => isKept(id));
  const tops = nodes.map(({ id }) => id).filter((id) => !isLedTo.has(id));
  const roots = from === undefined ? [...new Set([...graph.roots.filter(isKept), ...tops])] : [from];
  return { nodes, edges, roots: roots.filter(isKept) };
}

function reachable(starts: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const reached = new Set(starts);
  // a set is walked in the order in which it grows
  for (const id of reached) for (const each of next(id)) reached.add(each);
  return reached;
}

function groupBy(edges: readonly GraphEdge[], keyOf: (edge: GraphEdge) => string): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(keyOf(edge));
    if (group === undefined) groups.set(keyOf(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}
