/**
 * What `nix-instantiate --eval` prints of values that are known to be there: forced or not, as JSON, and as XML. One
 * process prints all of them, one behind the other.
 */

import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { runEvaluation } from "../../src/evaluation.ts";
import { caseName } from "./cases.ts";

export interface PrintedDifference {
  readonly source: string;
  readonly format: string;
  readonly ours: string;
  readonly theirs: string;
}

/** The lazy ones first, because what is evaluated stays so. */
const formats = {
  lazy: { flags: [], output: "value", strict: false },
  "lazy xml": { flags: ["--xml", "--no-location"], output: "xml", strict: false },
  strict: { flags: ["--strict"], output: "value", strict: true },
  json: { flags: ["--strict", "--json"], output: "json", strict: true },
  xml: { flags: ["--strict", "--xml"], output: "xml", strict: true },
} as const;

/** Where the two differ. `command` runs a program of Nix, `file` is written for this. */
export function comparePrinted(command: string, file: string, sources: readonly string[]): PrintedDifference[] {
  writeFileSync(
    file,
    `{\n${sources.map((source, index) => `${caseName(index)} =\n${source};\n`).join("")}}\n`,
    "latin1",
  );
  return Object.keys(formats).flatMap((format) =>
    compareFormat(command, file, sources, format as keyof typeof formats),
  );
}

function compareFormat(
  command: string,
  file: string,
  sources: readonly string[],
  format: keyof typeof formats,
): PrintedDifference[] {
  const { flags, output } = formats[format];
  const printed = sources.map((_, index) => printedByUs(file, index, format));
  // real Nix ends with the first that it cannot print: those that we cannot are left out
  let indices = [...printed.keys()].filter((index) => printed[index] !== undefined);
  const differences: PrintedDifference[] = [];
  while (indices.length > 0) {
    const [program, ...words] = command.trim().split(/\s+/);
    const selected = indices.flatMap((index) => ["-A", caseName(index)]);
    const { stdout } = spawnSync(program!, [...words, "nix-instantiate", "--eval", ...flags, file, ...selected], {
      maxBuffer: 2 ** 30,
    });
    const theirs = piecesOf(stdout.toString("latin1"), output);
    for (const [at, index] of indices.entries()) {
      const expected = theirs[at] ?? "an error";
      if (printed[index] !== expected) {
        differences.push({ source: sources[index]!, format, ours: printed[index]!, theirs: expected });
      }
      if (at >= theirs.length) break;
    }
    indices = indices.slice(theirs.length + 1);
  }
  return differences;
}

function printedByUs(file: string, index: number, format: keyof typeof formats): string | undefined {
  const { output, strict } = formats[format];
  const reply = runEvaluation(
    {
      expression: { kind: "file", path: file },
      selections: [caseName(index)],
      args: [],
      output,
      strict,
      location: format === "xml",
      maxCallDepth: 200,
      settings: {},
    },
    () => {},
  );
  return reply.ok ? reply.output : undefined;
}

function piecesOf(printed: string, output: "value" | "json" | "xml"): string[] {
  const end = output === "xml" ? /(?<=^<\/expr>\n)/m : /(?<=\n)/;
  return printed.split(end).filter((piece) => piece !== "" && piece.endsWith("\n"));
}
