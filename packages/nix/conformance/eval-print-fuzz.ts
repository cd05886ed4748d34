/**
 * `node scripts/run.js packages/nix/conformance/eval-print-fuzz.ts --count N --seed N`: whether we print random values as
 * `nix-instantiate --eval` of real Nix (NIVOSE_TEST_NIX) does, in all its formats.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { caseName } from "./fuzz/cases.ts";
import { comparePrinted } from "./fuzz/printing.ts";
import { writeScratchTree } from "./fuzz/scratch-tree.ts";
import { distinct, soundCase } from "./fuzz/sound-case.ts";
import { Random } from "./random.ts";
import { realNixCommand } from "./real-nix.ts";

const { values } = parseArgs({
  options: { count: { type: "string", default: "2000" }, seed: { type: "string", default: "1" } },
});
const command = realNixCommand();
if (command === undefined) {
  process.stderr.write("usage: NIVOSE_TEST_NIX=COMMAND eval-print-fuzz.ts [--count N] [--seed N]\n");
  process.exit(2);
}
const BATCH = 500;
const scratch = mkdtempSync(path.join(tmpdir(), "nix-print-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
writeScratchTree(path.join(scratch, "files"));
const random = new Random(Number(values.seed));
const count = Number(values.count);
let differences = 0;
for (let at = 0; at < count; at += BATCH) {
  const sources = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) =>
    distinct(soundCase(random), at + index),
  );
  const file = path.join(scratch, "files", `${caseName(at)}.nix`);
  for (const { source, format, ours, theirs } of comparePrinted(command, file, sources)) {
    differences++;
    process.stdout.write(`${format}: ${source}\n    we:  ${ours}\n    Nix: ${theirs}\n`);
  }
}
process.stdout.write(`${count} cases, ${differences} differences\n`);
process.exitCode = differences === 0 ? 0 : 1;
