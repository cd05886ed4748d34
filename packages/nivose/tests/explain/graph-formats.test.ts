/** Names that a format would take for its own: whoever can name a file must not write the drawing. */
import { describe, expect, test } from "vitest";
import { graphDot, graphMermaid } from "../../src/explain/graph/formats.ts";
import type { Graph } from "../../src/explain/graph/graph.ts";
import { graphSvg } from "../../src/explain/graph/svg.ts";
import { tellTree } from "../../src/explain/graph/tree.ts";
import { plain } from "../../src/report/style.ts";

const hostile = 'a\u001B[31m\n</text><script>alert("1")</script>&`#\u0000\uFFFE\uD800.nix';
const graph: Graph = {
  nodes: [
    { id: "flake.nix", kind: "flake" },
    { id: hostile, kind: "module", note: '"]<b>' },
  ],
  edges: [{ from: "flake.nix", to: hostile, why: { file: hostile, line: 1, column: 1 } }],
  roots: ["flake.nix"],
};
/** Those that XML 1.0 has no way to write, but for line breaks. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const forbidden = /[\u0000-\u0009\u000B-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

describe("a hostile name", () => {
  test("leaves a drawing well-formed", () => {
    const svg = graphSvg(graph);
    expect(svg).not.toMatch(forbidden);
    const tags = [...svg.matchAll(/<(\/?)([a-z]+)(?: [a-z-]+="[^"<>]*")*(\/?)>/giu)];
    const open: string[] = [];
    for (const [, end, name, isEmpty] of tags) {
      if (end === "/" && open.pop() !== name) open.push(`not ${name}`);
      if (end === "" && isEmpty === "") open.push(name!);
    }
    expect(open).toEqual([]);
    expect(new Set(tags.map(([, , name]) => name))).toEqual(
      new Set(["svg", "style", "path", "title", "g", "rect", "text"]),
    );
    // every other angle bracket and ampersand is escaped
    const rest = tags.reduce((text, [tag]) => text.replace(tag, ""), svg);
    expect(rest).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/u);
  });

  test("stays a text in Mermaid", () => {
    const [, , line] = graphMermaid(graph).split("\n");
    expect(line).toMatch(/^ {2}n1\["[^"<>&`\\]*<br>[^"<>&`\\]*"\]$/u);
    expect(graphMermaid(graph)).not.toMatch(/<(?!br>)/u);
  });

  test("stays a text in DOT", () => {
    const text = graphDot(graph);
    expect(text).not.toMatch(/\\u|script>"[^,;\]]/u);
    expect(text.split("\n").every((line) => (line.replaceAll(/\\./gu, "").match(/"/gu) ?? []).length % 2 === 0)).toBe(
      true,
    );
  });

  test("is one line of a tree", () => {
    const lines = [...tellTree(graph, plain)];
    expect(lines).toHaveLength(2);
    expect(lines.join("\n")).not.toMatch(forbidden);
  });
});
