/**
 * `npm run bench -- startup`: what the command costs before it does anything, against Node doing nothing. Help, version
 * and completion must feel instant: within 40 ms of it.
 */

import path from "node:path";
import { measure, paired, table, type Command } from "./harness.ts";

const LIMIT = 40;
const RUNS = 21;

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
  ],
  { runs: RUNS, warmUps: 2 },
);

process.stdout.write(table([bare!, ...measured]));
const slow = measured.filter((one) => paired(one, bare!, (a, b) => a.wall - b.wall) > LIMIT);
process.stdout.write(
  slow.length === 0
    ? `\nall within ${LIMIT} ms of bare Node\n`
    : `\nmore than ${LIMIT} ms above bare Node: ${slow.map((one) => one.name).join(", ")}\n`,
);
process.exitCode = slow.length === 0 ? 0 : 1;
