/**
 * Advice for people and for programs:
 *
 *     error: there is no option 'services.ngix' [option-not-declared]
 *       at hosts/luna.nix:3:3
 *       2 | {
 *       3 |   services.ngix.enable = true;
 *         |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *       hint: did you mean 'services.nginx'?
 */

import type { Advice, AdvicePlace, Remedy } from "./advice.ts";
import { frame } from "./frame.ts";
import { headings, heading, hint, type Layout, type Source } from "./human.ts";
import { type JsonDiagnostic, jsonDiagnostic, jsonMessage, jsonRange } from "./json.ts";
import { printable, wrap } from "./terminal-text.ts";

/** The text of a file that is shown; nothing if it cannot be read. */
export type ReadSource = (place: AdvicePlace) => Source | undefined;

/** `about` is what it befalls, such as a host, and comes before what is wrong. */
export function humanAdvice(
  { message, places, remedies }: Advice,
  read: ReadSource,
  layout: Layout,
  about?: string,
): string {
  const told = about === undefined ? message : { ...message, text: `${about}: ${message.text}` };
  const lines = [
    ...heading(told, layout),
    ...places.flatMap((place) => placeLines(place, read(place), message.kind, layout)),
    ...hint(message, layout),
    ...remedies.flatMap((remedy) => remedyLines(remedy, layout)),
  ];
  return `${lines.join("\n")}\n`;
}

/** A diagnostic whose first place is its own, and whose others are related to it. */
export function jsonAdvice({ message, places, remedies }: Advice, read: ReadSource): JsonDiagnostic {
  const [first, ...others] = places;
  const source = first === undefined ? undefined : read(first);
  if (first === undefined || source === undefined) return { ...jsonMessage(message), remedies };
  const related = others.flatMap((place) => {
    const other = read(place);
    const { note = "", start, end } = place;
    return other === undefined
      ? []
      : [{ text: note, file: other.name, range: jsonRange({ start, end }, other.positions) }];
  });
  return { ...jsonDiagnostic({ ...message, range: first }, source), related, remedies };
}

function placeLines(
  { line, column, start, end, file, note }: AdvicePlace,
  source: Source | undefined,
  kind: Advice["message"]["kind"],
  layout: Layout,
): string[] {
  const { style, sourceWidth, width } = layout;
  const at = `  at ${style.strong(`${printable(source?.name ?? file)}:${line}:${column}`)}`;
  const said = note === undefined ? [] : wrap(printable(note), width - 2).map((each) => `  ${each}`);
  if (source === undefined) return [at, ...said];
  const mark = style[headings[kind].paint];
  const options = { width: sourceWidth - 2, style, mark, pointer: "^", before: true } as const;
  return [at, ...frame(source.bytes, source.positions, { start, end }, options).map((row) => `  ${row}`), ...said];
}

/** Lines to be written are not wrapped: somebody copies them. */
function remedyLines({ text, lines }: Remedy, { style, width }: Layout): string[] {
  const [first = "", ...others] = wrap(`mend: ${printable(text)}:`, width - 2);
  return [
    `  ${style.hint("mend:")}${first.slice("mend:".length)}`,
    ...others.map((line) => `    ${line}`),
    ...lines.map((line) => `      ${style.strong(printable(line))}`),
  ];
}
