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
/** What paper says of itself, and what asks a store. */
const NOT_CALLED = new Set(["nixpkgsVersion", "version", "versionSuffix", "toDerivation"]);

const differences = new Map<string, number>();
const counts = { values: 0, errors: 0 };
const started = performance.now();
for (const family of familyNames) compareFamily(family);
if (values.record !== undefined && values.match === "") recordChosen(values.record);
const seconds = (performance.now() - started) / 1000;
const missing = values.match === "" ? namesThatDiffer() : [];
for (const each of missing) process.stdout.write(`${each}\n`);
const different = [...differences.values()].reduce((sum, each) => sum + each, 0);
process.stdout.write(
  `${counts.values + counts.errors} calls in ${seconds.toFixed(1)} s: ${counts.values} values, ${counts.errors} errors; ${different} differ, in ${differences.size} functions\n`,
);
if (different > 0 || missing.length > 0) process.exitCode = 1;

function callsOfFamily(family: string): string[] {
  return signatures
    .filter((each) => each.family === family && each.callee.includes(values.match))
    .flatMap((signature) => callsOf(signature, Number(values.count), Number(values.seed)));
}

function wordsOf(family: string): string[] {
  return callsOfFamily(family).flatMap((call) => call.match(/[a-zA-Z_][\w']*/g) ?? []);
}

function compareFamily(family: string): void {
  const calls = callsOfFamily(family);
  const theirs = askLibrary(real, calls);
  const ours = askLibrary(values.paper, calls);
  for (const [index, answer] of theirs.entries()) {
    counts[/^<(?!function)/.test(answer.value) ? "errors" : "values"]++;
    if (!isSame(answer, ours[index]!)) tell(calls[index]!, answer, ours[index]!);
  }
  if (values.record === undefined || calls.length === 0) return;
  const recorded = calls.map((expression, index) => ({ expression, answer: theirs[index]! }));
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

/** Names that only one of both has, and those of the families above that nothing is said to call. */
function namesThatDiffer(): string[] {
  const whats = ["", ...familyNames.map((name) => `.${name}`)];
  const questions = whats.map((what) => `builtins.attrNames lib${what}`);
  const namesIn = ({ value }: Answer): string[] => JSON.parse(value.replaceAll('" "', '", "')) as string[];
  const reals = askLibrary(real, questions).map(namesIn);
  const papers = askLibrary(values.paper, questions).map(namesIn);
  /** Words; a name that stands anywhere in a call of its family counts as called. */
  const said = new Map(familyNames.map((family) => [`.${family}`, new Set(wordsOf(family))]));
  return whats.flatMap((what, index) => {
    const [theirs, ours] = [reals[index]!, papers[index]!];
    const called =
      what === "" ? [] : ours.filter((name) => said.get(what)?.has(name) === false && !NOT_CALLED.has(name));
    const thrown = askLibrary(
      values.paper,
      called.map((name) => `lib${what}.${name}`),
    );
    return [
      ...theirs.filter((name) => !ours.includes(name)).map((name) => `not on paper at all: lib${what}.${name}`),
      ...ours.filter((name) => !theirs.includes(name)).map((name) => `only on paper: lib${what}.${name}`),
      ...called
        .filter((_, at) => !thrown[at]!.value.startsWith('<throw "not on paper: '))
        .map((name) => `never called: lib${what}.${name}`),
    ];
  });
}
