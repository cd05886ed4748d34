/**
 * `node scripts/run.js packages/nix/conformance/eval-fuzz.ts --count N --seed N --family NAME`: whether we and real Nix
 * (NIVOSE_TEST_NIX) say the same of random expressions: the value, the error, and what is traced, in order. The first
 * differences are shown with a shorter expression that still differs (`--reduce N` for more of them).
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort } from "node:worker_threads";
import { OurThread } from "./fuzz/our-thread.ts";
import { compareOutcomes, type Difference } from "./fuzz/agreement.ts";
import { Judges } from "./fuzz/judges.ts";
import { evaluateCase, type Question } from "./fuzz/our-side.ts";
import { shorten } from "./fuzz/shorten.ts";
import { distinct, soundCase } from "./fuzz/sound-case.ts";
import { familyNames } from "./fuzz/signatures.ts";
import { Random } from "./random.ts";
import { realNixCommand } from "./real-nix.ts";

/** The source of a file is read again for each message that quotes it. */
const BATCH = 200;

if (isMainThread) await main();
else {
  parentPort!.on("message", ({ question, from, count }: { question: Question; from: number; count: number }) => {
    for (let index = from; index < count; index++) parentPort!.postMessage(evaluateCase(question, index));
  });
}

interface Finding {
  readonly source: string;
  readonly difference: Difference;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "5000" },
      seed: { type: "string", default: "1" },
      family: { type: "string" },
      reduce: { type: "string", default: "10" },
      expression: { type: "string", short: "E" },
    },
  });
  const command = realNixCommand();
  if (command === undefined || (values.family !== undefined && !familyNames.includes(values.family))) {
    process.stderr.write(
      `usage: NIVOSE_TEST_NIX=COMMAND eval-fuzz.ts [--count N] [--seed N] [--family NAME] [--reduce N] [-E EXPRESSION]\nfamilies: ${familyNames.join(" ")}\n`,
    );
    process.exit(2);
  }
  const scratch = mkdtempSync(path.join(tmpdir(), "nix-fuzz-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  const thread = new OurThread(fileURLToPath(import.meta.url));
  const judges = new Judges(command, scratch, thread);
  if (values.expression !== undefined) {
    const [outcomes] = await judges.outcomes([values.expression]);
    process.stdout.write(`we:  ${JSON.stringify(outcomes![0])}\nNix: ${JSON.stringify(outcomes![1])}\n`);
    return thread.end();
  }
  const random = new Random(Number(values.seed));
  const tally = new Map<string, number>();
  const count = (key: string): void => void tally.set(key, (tally.get(key) ?? 0) + 1);
  /** The first of each sort, and how many there are. */
  const findings = new Map<string, Finding & { count: number }>();
  const started = performance.now();
  const total = Number(values.count);
  for (let left = total; left > 0; left -= BATCH) {
    const sources = Array.from({ length: Math.min(BATCH, left) }, (_, index) =>
      distinct(soundCase(random, values.family), total - left + index),
    );
    for (const [index, [ours, theirs]] of (await judges.outcomes(sources)).entries()) {
      count(`${theirs.result.kind}s`);
      const difference = compareOutcomes(ours, theirs);
      if (difference === undefined) continue;
      count(`differences of ${difference.kind}`);
      const known = findings.get(sortOf(difference));
      if (known === undefined) findings.set(sortOf(difference), { source: sources[index]!, difference, count: 1 });
      else known.count++;
    }
  }
  const seconds = (performance.now() - started) / 1000;
  let left = Number(values.reduce);
  for (const finding of findings.values()) {
    const shorter = left-- > 0 ? await shorten(finding.source, finding.difference, judges) : finding;
    const { source, difference } = shorter;
    process.stdout.write(
      `${difference.kind}, ${finding.count} times: ${cut(source, 2000)}\n    we:  ${cut(difference.ours)}\n    Nix: ${cut(difference.theirs)}\n`,
    );
  }
  const said = [...tally].map(([key, number]) => `${number} ${key}`).join(", ");
  process.stdout.write(`${total} cases, ${Math.round(total / seconds)} a second: ${said}\n`);
  process.exitCode = findings.size === 0 ? 0 : 1;
  await thread.end();
}

/** Differences that have probably the same cause have the same. */
function sortOf({ kind, ours, theirs }: Difference): string {
  const sketch = (text: string): string =>
    text
      .replace(/[0-9a-z]{32}-[-\w.+?=]*/g, "H")
      .replace(/'[^']*'|"[^"]*"|\{[^]*\}|\[[^]*\]/g, "V")
      .replace(/\/[^\s:]*/g, "P")
      .replace(/\d+/g, "N");
  return `${kind}\n${sketch(ours)}\n${sketch(theirs)}`.slice(0, 300);
}

function cut(text: string, longest = 600): string {
  const whole = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return whole.length > longest ? `${whole.slice(0, longest)}…` : whole;
}
