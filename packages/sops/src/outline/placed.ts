/**
 * YAML, and JSON as the YAML that it is, as names and texts with the places where they stand. Aliases are followed, and have
 * their own places.
 */

import type { Node, NodePlace } from "../yaml/node.ts";
import { parseYamlWithPlaces } from "../yaml/parser.ts";

/** In units of UTF-16. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface PlacedText {
  readonly kind: "text";
  readonly text: string;
  readonly range: TextRange;
  /** The anchor that it has, or by which it is named. */
  readonly anchor?: string;
}

export interface PlacedList {
  readonly kind: "list";
  readonly items: readonly Placed[];
  readonly range: TextRange;
}

export interface PlacedSet {
  readonly kind: "set";
  readonly entries: readonly { readonly key: PlacedText; readonly value: Placed }[];
  readonly range: TextRange;
}

export type Placed = PlacedText | PlacedList | PlacedSet;

/** The documents of a text. Throws `sops-yaml` if it is no YAML. */
export function readPlaced(text: string): readonly Placed[] {
  const { documents, places } = parseYamlWithPlaces(text);
  let left = MOST_NODES;
  const placed = (node: Node, at?: PlacedText): Placed => {
    if (--left < 0) return textAt(text, "", { start: 0 });
    const place = places.get(node) ?? { start: 0 };
    switch (node.kind) {
      case "alias":
        return placed(node.target, aliasAt(text, place));
      case "scalar": {
        const own = textAt(text, node.text, place);
        return at === undefined ? own : { ...at, text: node.text };
      }
      case "sequence":
        return {
          kind: "list",
          items: node.items.map((item) => placed(item)),
          range: at?.range ?? rangeAt(text, place),
        };
      case "mapping": {
        const entries = node.entries.map(({ key, value }) => ({ key: keyOf(placed(key)), value: placed(value) }));
        return { kind: "set", entries, range: at?.range ?? rangeAt(text, place) };
      }
    }
  };
  return documents.map(({ root }) => placed(root));
}

/** An alias can stand for much, and be within what it stands for. */
const MOST_NODES = 100_000;

export function memberOf(value: Placed | undefined, name: string): Placed | undefined {
  return value?.kind === "set" ? value.entries.find(({ key }) => key.text === name)?.value : undefined;
}

export function itemsOf(value: Placed | undefined): readonly Placed[] {
  return value?.kind === "list" ? value.items : [];
}

function keyOf(value: Placed): PlacedText {
  return value.kind === "text" ? value : { kind: "text", text: "", range: value.range };
}

function aliasAt(text: string, place: NodePlace): PlacedText {
  const range = { start: place.start, end: place.start + 1 + (place.name?.length ?? 0) };
  return { kind: "text", text: text.slice(range.start, range.end), range, anchor: place.name ?? "" };
}

function textAt(text: string, content: string, { start, name }: NodePlace): PlacedText {
  const range = { start, end: endOf(text, content, start) };
  return { kind: "text", text: content, range, ...(name === undefined ? {} : { anchor: name }) };
}

/** Of a scalar: as far as it is written on its first line. */
function endOf(text: string, content: string, start: number): number {
  if (content !== "" && text.startsWith(content, start)) return start + content.length;
  const line = /[^\r\n]*/y;
  line.lastIndex = start;
  const rest = line.exec(text)?.[0] ?? "";
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/u.exec(rest)?.[0];
  return start + (quoted ?? rest.replace(/\s+#.*$/u, "").trimEnd()).length;
}

/** Of a collection: its first line. */
function rangeAt(text: string, { start }: NodePlace): TextRange {
  const end = text.indexOf("\n", start);
  return { start, end: start + text.slice(start, end === -1 ? text.length : end).trimEnd().length };
}
