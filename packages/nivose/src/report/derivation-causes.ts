/**
 * Why two derivations differ, for people:
 *
 *     hello-2.12.1 > stdenv-linux > bash-5.2
 *       variable 'patches' differs
 *       - …
 *       + …
 *
 * and for programs: the same as JSON, whose members are named as in `Cause`.
 */

import type { Cause, Difference, Pair } from "@nivose/nix/store";
import type { Layout } from "./human.ts";
import { printable } from "./terminal-text.ts";

export const DERIVATION_DIFF_VERSION = 1;

export function causesAsJson(a: readonly string[], b: readonly string[], causes: readonly Cause[]): object {
  return { version: DERIVATION_DIFF_VERSION, equal: causes.length === 0, a, b, causes };
}

export async function causesAsText(causes: readonly Cause[], layout: Layout): Promise<string> {
  if (causes.length === 0) return "the derivations are equal\n";
  const lines: string[] = [];
  for (const { way, differences } of causes) {
    lines.push(layout.style.strong(printable(way.length === 0 ? "at the top" : way.map(nameOfPair).join(" > "))));
    const last = way.at(-1);
    if (last !== undefined)
      lines.push(...[`- ${last.a}`, `+ ${last.b}`].map((line) => layout.style.faint(`  ${line}`)));
    for (const difference of differences) lines.push(...(await differenceLines(difference, layout)));
  }
  return `${lines.join("\n")}\n`;
}

/** `hello-2.12.1` of `/nix/store/<hash>-hello-2.12.1.drv`. */
function nameOfPair({ a }: Pair): string {
  return a.replace(/^.*\/[^-/]*-/u, "").replace(/\.drv$/u, "");
}

const titles: Readonly<Record<Difference["kind"], (name: string) => string>> = {
  name: () => "the name differs",
  system: () => "the system differs",
  builder: () => "the builder differs",
  argument: (number) => `argument ${number} differs`,
  variable: (name) => `variable '${name}' differs`,
  output: (name) => `output '${name}' differs`,
  source: (name) => `source '${name}' differs`,
  input: (name) => `input '${name}' differs`,
  unread: () => "what they are made of is not known: 'derivation show -r' shows it",
};

async function differenceLines({ kind, name, a, b }: Difference, { style, sourceWidth }: Layout): Promise<string[]> {
  const lines = [`  ${printable(titles[kind](name))}`];
  if (kind === "unread") return lines;
  const cut = (line: string): string => (line.length > sourceWidth ? `${line.slice(0, sourceWidth - 1)}…` : line);
  for (const line of await changedLines(a, b)) {
    const paint = line.startsWith("-") ? style.mistake : line.startsWith("+") ? style.good : style.faint;
    lines.push(paint(`    ${cut(printable(line))}`));
  }
  return lines;
}

/** A text of several lines line by line, with a line around each change; anything else as it is. */
async function changedLines(a: string | undefined, b: string | undefined): Promise<string[]> {
  if (a === undefined) return wholeText(b!, "+");
  if (b === undefined) return wholeText(a, "-");
  if (!a.includes("\n") && !b.includes("\n")) return changedWords(a, b);
  const { structuredPatch } = await import("diff");
  const { hunks } = structuredPatch("", "", a, b, "", "", { context: 1 });
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return shortened(
    lines.map((line) =>
      line.startsWith("\\") ? "  (no line break behind it)" : signed(line.slice(0, 1), line.slice(1)),
    ),
  );
}

function wholeText(text: string, sign: string): string[] {
  return shortened(text.split("\n").map((line) => signed(sign, line)));
}

/** A line behind its sign. Blanks at its end would be hidden, and may be what differs. */
function signed(sign: string, text: string): string {
  const end = text.search(/[ \t]*$/u);
  const blanks = text.slice(end).replaceAll(" ", "·").replaceAll("\t", "→");
  return `${sign} ${text.slice(0, end)}${blanks}`.trimEnd();
}

/** Texts may be whole programs, and the first lines tell which one it is. */
function shortened(lines: readonly string[]): string[] {
  if (lines.length <= MOST_LINES) return [...lines];
  return [...lines.slice(0, MOST_LINES - 1), `  and ${lines.length - MOST_LINES + 1} more lines; --json has all`];
}

const MOST_LINES = 12;

/** Of a long list in one line, only the words that come and go. */
function changedWords(a: string, b: string): string[] {
  const [wordsA, wordsB] = [a.split(" "), b.split(" ")];
  const [inA, inB] = [new Set(wordsA), new Set(wordsB)];
  const gone = wordsA.filter((word) => !inB.has(word));
  const come = wordsB.filter((word) => !inA.has(word));
  const changes = [...gone.map((word) => signed("-", word)), ...come.map((word) => signed("+", word))];
  const isList = wordsA.length > 4 && wordsB.length > 4 && changes.length > 0;
  return isList && !gone.includes("") && !come.includes("") ? changes : [signed("-", a), signed("+", b)];
}
