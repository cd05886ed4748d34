/**
 * A graph as a tree, which shows each node with what it leads to once, and afterwards only by its name:
 *
 *     luna
 *     ├─ hosts/luna.nix  flake.nix:12:9
 *     │  └─ modules/ssh.nix  hosts/luna.nix:4:5
 *     └─ modules/ssh.nix  flake.nix:13:9  (above)
 */

import type { Style } from "../../report/style.ts";
import { printableLine } from "../../report/terminal-text.ts";
import { type Graph, type GraphEdge, type GraphNode, placeText } from "./graph.ts";
import { waysIn } from "./ways.ts";

export function* tellTree(graph: Graph, style: Style): Generator<string> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const { reached, edgesFrom, circular } = waysIn(graph);
  const shown = new Set<string>();

  function* below(id: string, indent: string): Generator<string> {
    const edges = edgesFrom.get(id) ?? [];
    for (const [index, edge] of edges.entries()) {
      const isLast = index === edges.length - 1;
      const isAgain = shown.has(edge.to);
      const hasMore = (edgesFrom.get(edge.to) ?? []).length > 0;
      const marks = [...marksOf(edge), ...(circular.has(edge) ? ["cycle"] : isAgain && hasMore ? ["above"] : [])];
      yield `${style.faint(indent + (isLast ? "└─ " : "├─ "))}${line(nodes.get(edge.to), edge, marks, style)}`;
      if (isAgain) continue;
      shown.add(edge.to);
      yield* below(edge.to, `${indent}${isLast ? "   " : "│  "}`);
    }
  }

  for (const root of graph.roots) {
    if (shown.has(root)) continue;
    shown.add(root);
    yield style.strong(line(nodes.get(root), undefined, [], style));
    yield* below(root, "");
  }
  const rest = graph.nodes.filter(({ id }) => !reached.has(id));
  if (rest.length === 0) return;
  yield "";
  yield style.strong("nothing leads to");
  for (const node of rest) yield `  ${line(node, undefined, [], style)}`;
}

function line(
  node: GraphNode | undefined,
  edge: GraphEdge | undefined,
  marks: readonly string[],
  style: Style,
): string {
  const note = node?.note === undefined ? [] : [style.faint(printableLine(node.note))];
  const why = edge?.why === undefined ? [] : [style.faint(printableLine(placeText(edge.why)))];
  const said = marks.map((mark) => (mark === "cycle" ? style.mistake(`(${mark})`) : style.faint(`(${mark})`)));
  return [printableLine(node?.id ?? edge?.to ?? ""), ...note, ...why, ...said].join("  ");
}

function marksOf({ how }: GraphEdge): string[] {
  return how === undefined ? [] : [{ if: "conditional", computed: "computed path", folder: "whole folder" }[how]];
}
