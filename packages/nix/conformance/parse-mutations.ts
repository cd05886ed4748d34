/**
 * `node scripts/run.js packages/nix/conformance/parse-mutations.ts --count N --seed N FOLDER…`: whether we and real Nix
 * (NIVOSE_TEST_NIX) say the same of damaged files, of soups of tokens, and of random expressions. One case in five is
 * asked with `pipe-operators`. The first differences are shown with the shortest source that still differs
 * (`--reduce N` for more of them, `--keep FOLDER` to have these sources). `--kind soup` and the like for one kind alone.
 */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Difference } from "./agreement.ts";
import { compareFiles, type Comparison } from "./comparison.ts";
import { expression } from "./expression.ts";
import { mutate, soup } from "./mutate.ts";
import { nixFiles } from "./nix-files.ts";
import { Random } from "./random.ts";
import { RealNix, realNixCommand } from "./real-nix.ts";
import { reduce } from "./reduce.ts";
import { Tally } from "./tally.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    reduce: { type: "string", default: "10" },
    kind: { type: "string" },
    keep: { type: "string" },
  },
});
const command = realNixCommand();
if (positionals.length === 0 || command === undefined) {
  process.stderr.write(
    "usage: NIVOSE_TEST_NIX=COMMAND parse-mutations.ts [--count N] [--seed N] [--reduce N] [--keep FOLDER] FOLDER…\n",
  );
  process.exit(2);
}

interface Case {
  readonly source: Uint8Array;
  readonly pipeOperators: boolean;
}

const kinds = ["soup", "expression", "damaged-expression", ...Array<string>(5).fill("damaged-file")];
/** Larger files take longer and show no more. */
const LARGEST = 16 * 1024;
const BATCH = 2000;
const nix = new RealNix(command);
const random = new Random(Number(values.seed));
const files = nixFiles(positionals);
const scratch = mkdtempSync(path.join(tmpdir(), "nix-cases-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const tally = new Tally();
const found: { case: Case; difference: Difference }[] = [];
for (let left = Number(values.count); left > 0; left -= BATCH) {
  const cases = Array.from({ length: Math.min(BATCH, left) }, () => nextCase());
  for (const [index, comparison] of (await ask(cases)).entries()) {
    tally.add(comparison);
    const { difference, roundTrips } = comparison;
    if (!roundTrips) process.stdout.write(`not printed as it was: ${quoted(cases[index]!.source)}\n`);
    if (difference !== undefined && difference.kind !== "which") {
      found.push({ case: cases[index]!, difference });
    }
  }
}
process.stdout.write(tally.summary());
for (const [index, each] of found.entries()) await report(index, each.case, each.difference);
process.exitCode = tally.agrees ? 0 : 1;

function nextCase(): Case {
  return { source: nextSource(values.kind ?? random.pick(kinds)), pipeOperators: random.oneIn(5) };
}

function nextSource(kind: string): Uint8Array {
  switch (kind) {
    case "soup":
      return soup(random);
    case "expression":
      return someExpression(random.oneIn(2));
    case "damaged-expression":
      return mutate(someExpression(false), someExpression(false), random);
    default:
      return mutate(someFile(), someFile(), random);
  }
}

function someExpression(mistakes: boolean): Uint8Array {
  return Buffer.from(expression(random, 2 + random.below(5), mistakes), "latin1");
}

function someFile(): Uint8Array {
  for (;;) {
    const source = readFileSync(random.pick(files));
    if (source.length <= LARGEST) return source;
  }
}

async function ask(cases: readonly Case[]): Promise<Comparison[]> {
  const names = cases.map(({ source }, index) => {
    const name = path.join(scratch, `${index}.nix`);
    writeFileSync(name, source);
    return name;
  });
  const comparisons = new Map<string, Comparison>();
  for (const pipeOperators of [false, true]) {
    const some = names.filter((_, index) => cases[index]!.pipeOperators === pipeOperators);
    for await (const comparison of compareFiles(nix, some, { pipeOperators })) {
      comparisons.set(comparison.file, comparison);
    }
  }
  return names.map((name) => comparisons.get(name)!);
}

/** Shows a difference, and first makes its source short. */
async function report(index: number, { source, pipeOperators }: Case, difference: Difference): Promise<void> {
  let shortest = source;
  if (index < Number(values.reduce)) {
    shortest = await reduce(source, async (sources) => {
      const comparisons = await ask(sources.map((each) => ({ source: each, pipeOperators })));
      return comparisons.map((comparison) => comparison.difference?.kind === difference.kind);
    });
  }
  const [comparison] = await ask([{ source: shortest, pipeOperators }]);
  const { kind, ours, theirs } = comparison!.difference ?? difference;
  const how = pipeOperators ? " (pipe-operators)" : "";
  process.stdout.write(`${kind}${how}: ${quoted(shortest)}\n    we:  ${ours}\n    Nix: ${theirs}\n`);
  if (values.keep === undefined) return;
  mkdirSync(values.keep, { recursive: true });
  writeFileSync(path.join(values.keep, `${values.seed}-${index}.nix`), shortest);
}

function quoted(source: Uint8Array): string {
  const text = JSON.stringify(Buffer.from(source).toString("latin1"));
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
