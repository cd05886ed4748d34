/**
 * `node scripts/run.js packages/nix/conformance/parse-agreement.ts FOLDER…`: whether we accept and refuse the same
 * files as real Nix (NIVOSE_TEST_NIX), mean the same by them, refuse them for the same reasons and at the same places,
 * and whether every tree gives its file again. Ends with status 1 if anything differs but a place.
 */

import { parseArgs } from "node:util";
import { Tally } from "./tally.ts";
import { compareFiles } from "./comparison.ts";
import { nixFiles } from "./nix-files.ts";
import { RealNix, realNixCommand } from "./real-nix.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "pipe-operators": { type: "boolean", default: false } },
});
const command = realNixCommand();
if (positionals.length === 0 || command === undefined) {
  process.stderr.write("usage: NIVOSE_TEST_NIX=COMMAND parse-agreement.ts [--pipe-operators] FOLDER…\n");
  process.exit(2);
}

const tally = new Tally();
const question = { pipeOperators: values["pipe-operators"] };
for await (const comparison of compareFiles(new RealNix(command), nixFiles(positionals), question)) {
  tally.add(comparison);
  const { file, difference, roundTrips } = comparison;
  if (!roundTrips) process.stdout.write(`not printed as it was: ${file}\n`);
  if (difference === undefined) continue;
  process.stdout.write(`${difference.kind}: ${file}\n    we:  ${difference.ours}\n    Nix: ${difference.theirs}\n`);
}
process.stdout.write(tally.summary());
process.exitCode = tally.agrees ? 0 : 1;
