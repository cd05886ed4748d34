/** What led to a failure, in two lengths. */

import type { EvalFailure, TracePlace, TraceStep } from "@nivose/nix/evaluation";
import type { Layout } from "../report/human.ts";
import { frame } from "../report/frame.ts";
import { printable } from "../report/terminal-text.ts";
import { decoded, type ShownPlace, type Sources } from "../advice/places/sources.ts";
import type { ForeignFiles } from "../advice/places/foreign-files.ts";
import { readContext } from "../advice/places/option-definitions.ts";

/** How many steps a short trace has. */
const SHORT = 5;

/**
 * The steps that matter, the nearest first: what the author of a library says is going on (`addErrorContext`), and what
 * happens in the user's own files.
 */
export function shortTrace(
  { trace }: EvalFailure,
  told: readonly ShownPlace[],
  foreign: ForeignFiles,
  { style }: Layout,
): string {
  const isOwn = ({ place }: TraceStep): boolean => place !== undefined && !foreign.has(decoded(place.file));
  const own = trace.filter((step) =>
    step.kind === "context" ? !isForeignFile(step, foreign) : isOwn(step) && step.kind !== "operator",
  );
  const isLost = own.length === 0 && told.every(({ source }) => foreign.has(source.name));
  const matter = isLost ? trace.filter(({ place }) => place !== undefined) : own;
  const seen = new Set(
    told.map(({ source: { name, bytes, positions }, range }) => lineOf(name, bytes, positions.at(range.start).line)),
  );
  const keyOf = ({ file, text, line }: TracePlace): string => lineOf(decoded(file), text, line);
  const steps = matter.toReversed().filter(({ kind, text, place }) => {
    const key = kind === "context" || place === undefined ? text : keyOf(place);
    return !seen.has(key) && seen.add(key);
  });
  const shown = steps.slice(0, SHORT);
  const lines = shown.map(({ text, place }) => {
    const at = place === undefined ? "" : ` at ${placeText(place)}`;
    return `  ${printable(decoded(text)).replaceAll("\n", "\n  ")}${at}\n`;
  });
  const isMore = ({ place }: TraceStep): boolean => place !== undefined && !seen.has(keyOf(place));
  if (steps.length > shown.length || trace.some(isMore)) lines.push("  --show-trace shows all that led there\n");
  return lines.map((line) => style.faint(line)).join("");
}

/** Every step with its code, the nearest first. Steps that come again and again are counted. */
export function wholeTrace({ trace }: EvalFailure, sources: Sources, { style, sourceWidth }: Layout): string {
  let written = "";
  let seen = new Set<string>();
  let skipped: TraceStep[] = [];
  const write = (step: TraceStep): void => {
    const text = printable(decoded(step.text)).replaceAll("\n", "\n    ");
    written += `  ${style.faint("…")} ${text}\n`;
    const { place } = step;
    if (place === undefined) return;
    written += `    at ${style.strong(placeText(place))}\n`;
    const source = sources.get(place);
    if (source === undefined) return;
    const options = { width: sourceWidth - 4, style, mark: style.hint, pointer: "^", before: false } as const;
    const range = { start: place.start, end: source.positions.lineRange(place.line).end };
    const isOneLine = place.end <= range.end;
    const lines = frame(source.bytes, source.positions, isOneLine ? place : range, options);
    for (const line of lines) written += `    ${line}\n`;
  };
  const flush = (): void => {
    if (skipped.length <= FEW) skipped.forEach(write);
    else {
      written += style.faint(`  (${skipped.length} duplicate frames omitted)\n`);
      seen = new Set();
    }
    skipped = [];
  };
  for (const step of trace.toReversed()) {
    if (step.text === "") continue;
    const key = `${step.text}\n${step.place === undefined ? "" : placeText(step.place)}`;
    if (seen.has(key)) {
      skipped.push(step);
      continue;
    }
    flush();
    seen.add(key);
    write(step);
  }
  flush();
  return written;
}

/** So few repeated steps are shown all the same. */
const FEW = 5;

function placeText({ file, line, column }: TracePlace): string {
  return `${printable(decoded(file))}:${line}:${column}`;
}

/** What tells a line from all others. Texts that are in no file may have one name. */
function lineOf(name: string, text: Uint8Array | undefined, line: number): string {
  const isFile = name.startsWith("/") || text === undefined;
  return `${isFile ? name : Buffer.from(text).toString("latin1")}:${line}`;
}

/** That a library defines an option is nothing that a user can change; which option it is stands in the next step. */
function isForeignFile({ text }: TraceStep, foreign: ForeignFiles): boolean {
  const context = readContext(decoded(text));
  return context?.kind === "definitions" && foreign.has(context.file);
}
