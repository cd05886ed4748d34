/** A graph as other programs read it: JSON, DOT for Graphviz, Mermaid for documents. */

import { printableLine } from "../../report/terminal-text.ts";
import type { Graph, GraphEdge, GraphNode } from "./graph.ts";
import { placeText } from "./graph.ts";
import { waysIn } from "./ways.ts";

export function graphJson(graph: Graph): object {
  const { reached, circular } = waysIn(graph);
  return {
    roots: graph.roots,
    nodes: graph.nodes.map((node) => ({ ...node, isReached: reached.has(node.id) })),
    edges: graph.edges.map((edge) => ({ ...edge, isCircular: circular.has(edge) })),
  };
}

/** A revision has room in a box, and the description of a flake has not. */
function isShort(note: string | undefined): boolean {
  return note !== undefined && note.length <= 24;
}

const shapes: Readonly<Record<GraphNode["kind"], string>> = {
  flake: "folder",
  input: "ellipse",
  host: "box3d",
  home: "house",
  module: "box",
  file: "note",
};

export function graphDot(graph: Graph): string {
  const { reached, circular } = waysIn(graph);
  const lines = graph.nodes.map(({ id, kind, note }) => {
    const label = isShort(note) ? `${id}\n${note}` : id;
    const tooltip = reached.has(id) ? note : "nothing leads to it";
    const style = reached.has(id) ? "" : ", style=dashed";
    const said = tooltip === undefined ? "" : `, tooltip=${quoted(tooltip)}`;
    return `  ${quoted(id)} [label=${quoted(label)}, shape=${shapes[kind]}${style}${said}];`;
  });
  const edges = graph.edges.map((edge) => {
    const { from, to, why } = edge;
    const attributes = [
      ...(why === undefined ? [] : [`tooltip=${quoted(placeText(why))}`]),
      ...(edge.how === undefined ? [] : ["style=dashed"]),
      ...(circular.has(edge) ? ["color=red"] : []),
    ];
    return `  ${quoted(from)} -> ${quoted(to)}${attributes.length === 0 ? "" : ` [${attributes.join(", ")}]`};`;
  });
  return `digraph fleet {\n  rankdir=LR;\n  node [fontname="sans-serif"];\n${[...lines, ...edges].join("\n")}\n}\n`;
}

export function graphMermaid(graph: Graph): string {
  const { reached, circular } = waysIn(graph);
  const names = new Map(graph.nodes.map(({ id }, index) => [id, `n${index}`]));
  const lines = graph.nodes.map(({ id, kind, note }) => {
    const text = [id, ...(isShort(note) ? [note!] : [])].map(mermaidText).join("<br>");
    const [open, close] = brackets[kind];
    return `  ${names.get(id)}${open}"${text}"${close}${reached.has(id) ? "" : ":::unreached"}`;
  });
  const arrow = (edge: GraphEdge): string => (edge.how === undefined ? "-->" : "-.->");
  const edges = graph.edges.map((edge) => `  ${names.get(edge.from)} ${arrow(edge)} ${names.get(edge.to)}`);
  const red = graph.edges.flatMap((edge, index) => (circular.has(edge) ? [index] : []));
  const styles = [
    ...(graph.nodes.some(({ id }) => !reached.has(id)) ? ["  classDef unreached stroke-dasharray: 4"] : []),
    ...(red.length === 0 ? [] : [`  linkStyle ${red.join(",")} stroke:red`]),
  ];
  return `flowchart LR\n${[...lines, ...edges, ...styles].join("\n")}\n`;
}

const brackets: Readonly<Record<GraphNode["kind"], readonly [string, string]>> = {
  flake: ["[[", "]]"],
  input: ["([", "])"],
  host: ["{{", "}}"],
  home: ["(", ")"],
  module: ["[", "]"],
  file: ["[", "]"],
};

/** What Mermaid, HTML and Markdown take for their own is written as numbers. */
function mermaidText(text: string): string {
  return printableLine(text).replaceAll(/["#&<>`\\]/gu, (character) => `#${character.codePointAt(0)!};`);
}

/** Without control characters, a text of JSON is one of DOT. */
function quoted(text: string): string {
  return JSON.stringify(text.split("\n").map(printableLine).join("\n"));
}
