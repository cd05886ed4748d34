/**
 * Findings for people, file by file:
 *
 *     modules/web.nix
 *
 *       error: there is no option 'services.nginx.enabel' [unknown-option, certain]
 *         at modules/web.nix:3:18
 *         3 |   services.nginx.enabel = true;
 *           |                  ^^^^^^
 *         hint: did you mean 'services.nginx.enable'?
 *         on luna and sol
 */

import { frame } from "../../report/frame.ts";
import type { Layout } from "../../report/human.ts";
import { printable, wrap } from "../../report/terminal-text.ts";
import type { Finding, Level, Place } from "../finding.ts";
import type { FindingSources } from "./finding-sources.ts";

const paints: Readonly<Record<Level, "mistake" | "limit" | "hint">> = {
  error: "mistake",
  warning: "limit",
  note: "hint",
};

/** A block of text for each file, in the order of the findings. */
export function* tellFindings(
  findings: readonly Finding[],
  sources: FindingSources,
  layout: Layout,
): Generator<string> {
  let file: string | undefined;
  for (const finding of findings) {
    const heading =
      file === finding.at.file ? [] : [layout.style.strong(printable(sources.nameOf(finding.at.file))), ""];
    const gap = file === undefined ? [] : [""];
    file = finding.at.file;
    yield `${[...gap, ...heading, ...tellFinding(finding, sources, layout).map((line) => `${INDENT}${line}`)].join("\n")}\n`;
  }
}

const INDENT = "  ";

function tellFinding(finding: Finding, sources: FindingSources, { style, width, sourceWidth }: Layout): string[] {
  const { level, code, text, hint, hosts, related = [], fix } = finding;
  const paint = style[paints[level]];
  const room = width - 2 * INDENT.length;
  const suffix = `[${code}, ${finding.class}]`;
  const [first = "", ...rest] = wrap(`${level}: ${printable(text)} ${suffix}`, room);
  const lines = [paint(`${level}:`) + first.slice(level.length + 1), ...rest.map((line) => INDENT + line)];
  const last = lines.length - 1;
  if (lines[last]!.endsWith(suffix)) lines[last] = lines[last]!.slice(0, -suffix.length) + style.faint(suffix);
  const frameOf = (at: Place, pointer: "^" | "-"): string[] => {
    const source = sources.get(at.file);
    if (at.range === undefined || source === undefined) return [];
    const mark = pointer === "^" ? paint : style.hint;
    const options = { width: sourceWidth - 3 * INDENT.length, style, mark, pointer, before: pointer === "^" } as const;
    return frame(source.bytes, source.positions, at.range, options);
  };
  return [
    ...lines,
    ...[`at ${placeText(finding.at, sources, style.strong)}`, ...frameOf(finding.at, "^")].map((line) => INDENT + line),
    ...related.flatMap(({ text: note, at }) => [
      ...wrap(`${printable(note)}: ${placeText(at, sources, (it) => it)}`, room).map((line) => INDENT + line),
      ...frameOf(at, "-").map((line) => INDENT + line),
    ]),
    ...labelled("hint:", hint, room).map((line) => INDENT + line.replace(/^hint:/u, style.hint("hint:"))),
    ...labelled("fix:", fix?.title, room).map((line) => INDENT + line.replace(/^fix:/u, style.hint("fix:"))),
    ...labelled("on", hosts === undefined ? undefined : listed(hosts), room).map((line) => INDENT + style.faint(line)),
  ];
}

function labelled(label: string, text: string | undefined, room: number): string[] {
  if (text === undefined) return [];
  const [first = "", ...rest] = wrap(`${label} ${printable(text)}`, room);
  return [first, ...rest.map((line) => INDENT + line)];
}

function placeText({ file, range }: Place, sources: FindingSources, strong: (text: string) => string): string {
  const source = range === undefined ? undefined : sources.get(file);
  const name = printable(sources.nameOf(file));
  if (range === undefined || source === undefined) return strong(name);
  const { line, column } = source.positions.at(range.start);
  return strong(`${name}:${line}:${column}`);
}

/** `a`, `a and b`, `a, b and 7 others` */
function listed(names: readonly string[]): string {
  const shown = names.length > MOST ? [...names.slice(0, MOST), `${names.length - MOST} others`] : names;
  return shown.length < 2 ? (shown[0] ?? "no host") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

const MOST = 6;
