/**
 * Messages for people: what is wrong and whose doing it is, where, the source with the place underlined, and what to
 * do.
 *
 *     error: attribute 'port' already defined on line 3 [duplicate-attribute]
 *       at hosts/web.nix:7:5
 *       6 |     enable = true;
 *       7 |     port = 81;
 *         |     ^^^^
 *       hint: …
 */

import type { Diagnostic, Message, MessageKind } from "@nivose/nix/message";
import type { Positions } from "@nivose/nix/syntax";
import { frame } from "./frame.ts";
import type { Style } from "./style.ts";
import { printable, wrap } from "./terminal-text.ts";

/** A file that messages are about, under the name by which the user knows it. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly positions: Positions;
}

export interface Layout {
  /** Columns for prose. */
  readonly width: number;
  /** Columns for lines of sources, which are not broken but cut. */
  readonly sourceWidth: number;
  readonly style: Style;
}

/** A mistake of the user's, a limit of ours and a bug of ours never look alike, with colours or without. */
export const headings: Readonly<Record<MessageKind, { readonly label: string; readonly paint: keyof Style }>> = {
  mistake: { label: "error:", paint: "mistake" },
  limit: { label: "not supported by nivose:", paint: "limit" },
  bug: { label: "bug in nivose:", paint: "bug" },
};

/** What a message of each kind is, in a sentence. */
export const kindMeanings: Readonly<Record<MessageKind, string>> = {
  mistake: "A mistake, which is yours to mend",
  limit: "A limit of nivose: Nix can do it, and nivose cannot",
  bug: "A bug in nivose",
};

/** A message that is about no place in a source; it may be about a file. */
export function humanMessage(message: Message, layout: Layout, file?: string): string {
  const at = file === undefined ? [] : [`${INDENT}at ${layout.style.strong(printable(file))}`];
  return lines([...heading(message, layout), ...at, ...hint(message, layout)]);
}

export function humanDiagnostic(diagnostic: Diagnostic, source: Source, layout: Layout): string {
  const { style } = layout;
  const mark = style[headings[diagnostic.kind].paint];
  const width = layout.sourceWidth - INDENT.length;
  const shown = frame(source.bytes, source.positions, diagnostic.range, {
    width,
    style,
    mark,
    pointer: "^",
    before: true,
  });
  const related = (diagnostic.related ?? []).flatMap(({ range, text }) => [
    ...indented(wrap(printable(text), layout.width - INDENT.length)),
    INDENT + place(source, range.start, style),
    ...frame(source.bytes, source.positions, range, {
      width,
      style,
      mark: style.hint,
      pointer: "-",
      before: false,
    }).map((line) => INDENT + line),
  ]);
  return lines([
    ...heading(diagnostic, layout),
    INDENT + place(source, diagnostic.range.start, style),
    ...indented(shown),
    ...related,
    ...hint(diagnostic, layout),
  ]);
}

const INDENT = "  ";

/** A name may have a million letters, and nobody reads them. */
const LONGEST_TEXT = 2000;

export function heading(message: Message, { style, width }: Layout): string[] {
  const { label, paint } = headings[message.kind];
  const text = message.text.length > LONGEST_TEXT ? `${message.text.slice(0, LONGEST_TEXT)}…` : message.text;
  const [first = "", ...others] = wrap(`${label} ${printable(text)} [${message.code}]`, width - INDENT.length);
  const all = [style[paint](label) + first.slice(label.length), ...indented(others)];
  const code = `[${message.code}]`;
  const last = all.length - 1;
  if (all[last]!.endsWith(code)) all[last] = all[last]!.slice(0, -code.length) + style.faint(code);
  return all;
}

export function hint(message: Message, { style, width }: Layout): string[] {
  if (message.hint === undefined) return [];
  const label = "hint:";
  const [first = "", ...others] = wrap(`${label} ${printable(message.hint)}`, width - 2 * INDENT.length);
  return [INDENT + style.hint(label) + first.slice(label.length), ...indented(indented(others))];
}

function place(source: Source, offset: number, style: Style): string {
  const { line, column } = source.positions.at(offset);
  return `at ${style.strong(`${printable(source.name)}:${line}:${column}`)}`;
}

function indented(text: readonly string[]): string[] {
  return text.map((line) => INDENT + line);
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
