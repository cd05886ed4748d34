/**
 * `node scripts/run.js packages/nix/conformance/parse-suite.ts CHECKOUT`: the language tests of a checkout of Nix, as far
 * as they are about parsing.
 *
 * - `parse-okay-*`: accepted, and understood as the expected output says
 * - `parse-fail-*`: refused for the reason and at the place of the expected message
 * - `eval-*`: parsed as real Nix parses them, if there is one (NIVOSE_TEST_NIX); otherwise `eval-okay-*` is accepted
 *
 * A case that differs is in `parse-suite.json` with the reason, or a failure; one that is listed and does not differ is
 * a failure too.
 */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { compare, type Difference, judge } from "./agreement.ts";
import { compareFiles } from "./comparison.ts";
import { KnownDifferences } from "./known-differences.ts";
import { RealNix, realNixCommand, refusalIn } from "./real-nix.ts";

const checkout = process.argv[2];
const folder = path.resolve(checkout ?? "", "tests/functional/lang");
if (checkout === undefined || !existsSync(folder)) {
  process.stderr.write("usage: parse-suite.ts CHECKOUT-OF-NIX\n");
  process.exit(2);
}
const listFile = path.join(import.meta.dirname, "parse-suite.json");
const known = new KnownDifferences(JSON.parse(readFileSync(listFile, "utf8")) as Record<string, string>);
const names = readdirSync(folder)
  .filter((file) => /^(?:parse|eval)-.*\.nix$/.test(file))
  .map((file) => file.slice(0, -".nix".length))
  .sort();
const command = realNixCommand();
const options = { pipeOperators: false };
let passed = 0;
let differing = 0;
let failed = 0;

for (const name of names.filter((each) => each.startsWith("parse-"))) record(name, compareWithExpected(name));
const others = names.filter((each) => each.startsWith("eval-"));
if (command === undefined) {
  for (const name of others.filter((each) => each.startsWith("eval-okay-"))) record(name, compareWithExpected(name));
} else {
  const files = others.map((name) => path.join(folder, `${name}.nix`));
  for await (const { file, difference } of compareFiles(new RealNix(command), files, options)) {
    record(path.basename(file, ".nix"), difference?.kind === "which" ? undefined : difference);
  }
}
for (const name of known.stale) {
  failed++;
  process.stdout.write(`listed, and does not differ: ${name}\n`);
}
process.stdout.write(`${passed} passed, ${differing} known differences, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

/** The answer of the suite itself. Its paths are relative to a folder that it calls `/pwd`. */
function compareWithExpected(name: string): Difference | undefined {
  const file = (ending: string): string => path.join(folder, name + ending);
  const judgement = judge(readFileSync(file(".nix")), options);
  const place = { folder: "/pwd", home: "/home" };
  if (name.startsWith("parse-fail-")) {
    return compare(judgement, refusalIn(readFileSync(file(".err.exp"), "latin1")), place);
  }
  const shown = name.startsWith("parse-okay-") ? readFileSync(file(".exp"), "latin1").replace(/\n$/, "") : undefined;
  return compare(judgement, shown === undefined ? { accepted: true } : { accepted: true, shown }, place);
}

function record(name: string, difference: Difference | undefined): void {
  if (difference === undefined) {
    passed++;
    return;
  }
  const reason = known.reason(name);
  if (reason === undefined) failed++;
  else differing++;
  const { kind, ours, theirs } = difference;
  process.stdout.write(
    `${kind}: ${name}${reason === undefined ? "" : ` (${reason})`}\n    we:  ${ours}\n    Nix: ${theirs}\n`,
  );
}
