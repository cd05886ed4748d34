/** A graph as a drawing: boxes in columns, what is known of a line shown where the mouse is. */

import { printableLine } from "../../report/terminal-text.ts";
import type { Graph, GraphNode } from "./graph.ts";
import { placeText } from "./graph.ts";
import { placeNodes } from "./layout.ts";
import { waysIn } from "./ways.ts";

const CHARACTER = 7.3;
const HEIGHT = 24;
const GAP = 10;
const BETWEEN = 70;
const MARGIN = 16;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export function graphSvg(graph: Graph): string {
  const { reached, circular } = waysIn(graph);
  const boxes = boxesOf(graph);
  const all = [...boxes.values()];
  const width = Math.max(0, ...all.map((box) => box.x + box.width)) + MARGIN;
  const height = Math.max(0, ...all.map((box) => box.y + HEIGHT)) + MARGIN;
  const lines = graph.edges.map((edge) => {
    const classes = [...(edge.how === undefined ? [] : ["some"]), ...(circular.has(edge) ? ["cycle"] : [])];
    const title = `${edge.from} → ${edge.to}${edge.why === undefined ? "" : `, ${placeText(edge.why)}`}`;
    const path = curve(boxes.get(edge.from)!, boxes.get(edge.to)!);
    return `<path${classText(classes)} d="${path}"><title>${escaped(title)}</title></path>`;
  });
  const nodes = graph.nodes.map((node) => {
    const { x, y, width: own } = boxes.get(node.id)!;
    const box = `<rect x="${x}" y="${y}" width="${own}" height="${HEIGHT}" rx="4"/>`;
    const text = `<text x="${x + own / 2}" y="${y + 16}">${escaped(node.id)}</text>`;
    const isReached = reached.has(node.id);
    const said = [...(node.note === undefined ? [] : [node.note]), ...(isReached ? [] : ["nothing leads to it"])];
    const title = said.length === 0 ? "" : `<title>${escaped(said.join(", "))}</title>`;
    return `<g${classText([node.kind, ...(isReached ? [] : ["unreached"])])}>${title}${box}${text}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>${STYLE}</style>`,
    ...lines,
    ...nodes,
    "</svg>\n",
  ].join("\n");
}

const STYLE = [
  "text{font:12px ui-monospace,monospace;text-anchor:middle;fill:#1b1f24}",
  "rect{fill:#fff;stroke:#57606a}",
  ".flake rect,.host rect{fill:#ddf4ff}",
  ".input rect,.home rect{fill:#f6f8fa}",
  ".unreached rect{stroke-dasharray:4}",
  "path{fill:none;stroke:#8c959f}",
  ".some{stroke-dasharray:4}",
  ".cycle{stroke:#cf222e}",
].join("");

function boxesOf(graph: Graph): ReadonlyMap<string, Box> {
  const placed = placeNodes(graph);
  const widths: number[] = [];
  for (const { id, column } of placed)
    widths[column] = Math.max(widths[column] ?? 0, Math.ceil(id.length * CHARACTER) + 16);
  const starts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width + BETWEEN, MARGIN),
  );
  return new Map(
    placed.map(({ id, column, row }) => [
      id,
      { x: starts[column]!, y: MARGIN + row * (HEIGHT + GAP), width: widths[column]! },
    ]),
  );
}

/** From the right of one box to the left of the other; around if it goes back. */
function curve(from: Box, to: Box): string {
  const [x1, y1, x2, y2] = [from.x + from.width, from.y + HEIGHT / 2, to.x, to.y + HEIGHT / 2];
  const bend = Math.max(BETWEEN / 2, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

function classText(classes: readonly (GraphNode["kind"] | string)[]): string {
  return classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
}

function escaped(text: string): string {
  return printableLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
