/**
 * A failed evaluation for people: Nix's text as it is, line by line, and the places in the sources that it is about. If it is
 * explained, a message of another code stands above it.
 */

import type { Message, Range } from "@nivose/nix/message";
import { frame } from "./frame.ts";
import { headings, hint, type Layout, type Source } from "./human.ts";
import { printable } from "./terminal-text.ts";

export function humanFailure(
  message: Message,
  places: readonly { readonly source: Source; readonly range: Range }[],
  layout: Layout,
  isExplained = false,
): string {
  const { style, sourceWidth } = layout;
  const { label, paint } = headings[message.kind];
  const [first = "", ...others] = printable(message.text).trimEnd().split("\n");
  const code = style.faint(`[${message.code}]`);
  // several lines belong together, and the last one may be a value or the end of a sentence of its own
  const isApart = isExplained || first === "" || others.some((line) => line.trim() !== "");
  const head = `${style[paint](label)} ${first}`.trimEnd() + (isApart ? "" : ` ${code}`);
  const lines = [head, ...others.map((line) => (line === "" ? "" : `  ${line}`))];
  if (isApart && !isExplained) lines.push(`  ${code}`);
  for (const { source, range } of places) {
    const { line, column } = source.positions.at(range.start);
    lines.push(`  at ${style.strong(`${printable(source.name)}:${line}:${column}`)}`);
    const options = { width: sourceWidth - 2, style, mark: style[paint], pointer: "^", before: true } as const;
    for (const row of frame(source.bytes, source.positions, range, options)) lines.push(`  ${row}`);
  }
  return `${[...lines, ...hint(message, layout)].join("\n")}\n`;
}
