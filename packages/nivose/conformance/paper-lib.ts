/**
 * Whether the `lib` on paper does what nixpkgs' own does: random calls of every function, by our engine. Values, kinds of
 * errors, what is thrown, what is printed, and which names there are.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-lib.ts --lib FOLDER
 *         [--count N] [--seed N] [--match TEXT] [--record FOLDER] [--paper FOLDER]
 *
 * FOLDER is that of a `lib` of nixpkgs 24.11. `--count` is for every line of `paper-lib/signatures/`. `--record` writes down
 * what the real one says, a file for each family, for the tests, and what it says to the calls that somebody chose and
 * put into other files there. `npm run build` lays out the one on paper.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { callsOf, isSame, readRecorded, showRecorded } from "./paper-lib/cases.ts";
import { type Answer, askLibrary } from "./paper-lib/library.ts";
import { namesOfOneOnly, neverCalled } from "./paper-lib/names.ts";
import { familyNames, signatures } from "./paper-lib/signatures.ts";

const { values } = parseArgs({
  options: {
    lib: { type: "string" },
    paper: { type: "string", default: path.resolve(import.meta.dirname, "../dist/paper/nixpkgs/lib") },
    count: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    match: { type: "string", default: "" },
    record: { type: "string" },
  },
});
if (values.lib === undefined) throw new Error("usage: paper-lib.ts --lib FOLDER [--count N] [--seed N] [--match TEXT]");
const real = values.lib;

/** Differences that are shown of one function. */
const SHOWN = 3;
/** Characters of an answer that is written down. */
const LONGEST = 500;

const differences = new Map<string, number>();
const counts = { values: 0, errors: 0 };
const started = performance.now();
for (const family of familyNames) compareFamily(family);
if (values.record !== undefined && values.match === "") recordChosen(values.record);
const seconds = (performance.now() - started) / 1000;
const names = namesOfOneOnly(real, values.paper);
for (const each of names) process.stdout.write(`${each}\n`);
const different = [...differences.values()].reduce((sum, each) => sum + each, 0);
process.stdout.write(
  `${counts.values + counts.errors} calls in ${seconds.toFixed(1)} s: ${counts.values} values, ${counts.errors} errors; ${different} differ, in ${differences.size} functions\n`,
);
if (different > 0 || names.length > 0) process.exitCode = 1;

function compareFamily(family: string): void {
  const calls = signatures
    .filter((each) => each.family === family && each.callee.includes(values.match))
    .flatMap((signature) => callsOf(signature, Number(values.count), Number(values.seed)));
  const theirs = askLibrary(real, calls);
  const ours = askLibrary(values.paper, calls);
  for (const [index, answer] of theirs.entries()) {
    counts[/^<(?!function)/.test(answer.value) ? "errors" : "values"]++;
    if (!isSame(answer, ours[index]!)) tell(calls[index]!, answer, ours[index]!);
  }
  const uncalled = values.match === "" ? neverCalled(values.paper, family, calls) : [];
  if (uncalled.length > 0) process.stdout.write(`never called in ${family}: ${uncalled.join(" ")}\n`);
  if (values.record === undefined || calls.length === 0) return;
  // asked anew, because a warning is printed where it is met first
  const kept = calls.filter((_, index) => shown(theirs[index]!).length <= LONGEST);
  const recorded = askLibrary(real, kept).map((answer, index) => ({ expression: kept[index]!, answer }));
  writeFileSync(path.join(values.record, `${family}.txt`), showRecorded(recorded));
}

function recordChosen(folder: string): void {
  const chosen = readdirSync(folder).filter((name) => !familyNames.includes(path.basename(name, ".txt")));
  for (const name of chosen) {
    const file = path.join(folder, name);
    const expressions = readRecorded(readFileSync(file, "utf8")).map(({ expression }) => expression);
    const answers = askLibrary(real, expressions);
    writeFileSync(
      file,
      showRecorded(expressions.map((expression, index) => ({ expression, answer: answers[index]! }))),
    );
  }
}

function tell(expression: string, real: Answer, paper: Answer): void {
  const name = expression.split(" ", 1)[0]!;
  const count = (differences.get(name) ?? 0) + 1;
  differences.set(name, count);
  if (count > SHOWN) return;
  process.stdout.write(`${expression}\n    real:  ${shown(real)}\n    paper: ${shown(paper)}\n`);
}

function shown({ value, printed }: Answer): string {
  return printed.length === 0 ? value : `${value} printing ${JSON.stringify(printed)}`;
}
