/**
 * `node scripts/run.js packages/nix/conformance/parse-prefixes.ts [--files N] [--seed N] FOLDER…`: every prefix of some
 * files below the folders. Each is parsed and analysed without an exception, within its time, and printed as it was.
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { judge } from "./agreement.ts";
import { nixFiles } from "./nix-files.ts";
import { Random } from "./random.ts";

/** Longer than that no file takes; most of it is for the first ones, before the code is compiled. */
const MILLISECONDS = 1000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { files: { type: "string", default: "50" }, seed: { type: "string", default: "1" } },
});
if (positionals.length === 0) {
  process.stderr.write("usage: parse-prefixes.ts [--files N] [--seed N] FOLDER…\n");
  process.exit(2);
}
const random = new Random(Number(values.seed));
const all = nixFiles(positionals).filter((file) => readFileSync(file).length <= 8 * 1024);
const files = Array.from({ length: Math.min(Number(values.files), all.length) }, () => {
  return all.splice(random.below(all.length), 1)[0]!;
});

let prefixes = 0;
let failed = 0;
let slowest = 0;
for (const file of files) {
  const source = readFileSync(file);
  for (let length = 0; length <= source.length; length++) {
    const problem = check(source.subarray(0, length));
    prefixes++;
    if (problem === undefined) continue;
    failed++;
    process.stdout.write(`${file}, the first ${length} bytes: ${problem}\n`);
  }
}
process.stdout.write(
  `${prefixes} prefixes of ${files.length} files, ${failed} failed; the slowest took ${slowest.toFixed(0)} ms\n`,
);
process.exitCode = failed > 0 ? 1 : 0;

function check(source: Uint8Array): string | undefined {
  const started = performance.now();
  try {
    if (!judge(source, { pipeOperators: false }).roundTrips) return "not printed as it was";
  } catch (error) {
    return String(error);
  }
  const took = performance.now() - started;
  slowest = Math.max(slowest, took);
  return took > MILLISECONDS ? `took ${took.toFixed(0)} ms` : undefined;
}
