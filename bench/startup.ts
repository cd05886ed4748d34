/**
 * `npm run bench -- startup`: what the command costs before it does anything, against Node doing nothing. Help, version
 * and completion must feel instant: within 40 ms of it; and the smallest evaluation, which loads the evaluator, within 50.
 */

import path from "node:path";
import { measure, paired, table, type Command } from "./parts/harness.ts";

const LIMIT = 40;
const EVALUATION_LIMIT = 50;
const RUNS = 21;

const EVALUATION = "nivose eval -E 1";

const bin = path.join(import.meta.dirname, "../packages/nivose/bin/nivose.js");
const nivose = (name: string, ...parameters: string[]): Command => ({
  name,
  argv: [process.execPath, bin, ...parameters],
});

const [bare, ...measured] = measure(
  [
    { name: "node -e 0", argv: [process.execPath, "-e", "0"] },
    nivose("nivose --version", "--version"),
    nivose("nivose --help", "--help"),
    nivose("completion of a verb", "__complete", "f"),
    nivose("completion of a flag", "__complete", "fmt", "--"),
    nivose(EVALUATION, "eval", "-E", "1"),
  ],
  { runs: RUNS, warmUps: 2 },
);

process.stdout.write(table([bare!, ...measured]));
const limitOf = (name: string): number => (name === EVALUATION ? EVALUATION_LIMIT : LIMIT);
const slow = measured.filter((one) => paired(one, bare!, (a, b) => a.wall - b.wall) > limitOf(one.name));
process.stdout.write(
  slow.length === 0
    ? `\nall within ${LIMIT} ms of bare Node, an evaluation within ${EVALUATION_LIMIT}\n`
    : `\n${slow.map(({ name }) => `${name}: more than ${limitOf(name)} ms above bare Node`).join("\n")}\n`,
);
process.exitCode = slow.length === 0 ? 0 : 1;
