/**
 * The tests of nixpkgs' module system (`lib/tests/modules.sh`) with the `lib` on paper in the place of the real one.
 *
 *     node scripts/run.js packages/nivose/conformance/paper-modules.ts NIXPKGS-OR-NIXPKGS.LIB [--verbose]
 *
 * An assertion that fails must be in `paper-modules.json`, by the release that the tests are of, with the reason.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";

interface KnownFailures {
  readonly reason: string;
  /** Lines of the script, as they are written there. */
  readonly assertions: readonly string[];
}

const here = import.meta.dirname;
const root = path.resolve(here, "../../..");
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { verbose: { type: "boolean", default: false } },
});
const [real] = positionals;
if (real === undefined) throw new Error("the folder of nixpkgs or of nixpkgs.lib is missing");

const release = readFileSync(path.join(real, "lib/.version"), "utf8").trim();
const listed = JSON.parse(readFileSync(path.join(here, "paper-modules.json"), "utf8")) as Record<
  string,
  KnownFailures[]
>;
if (listed[release] === undefined) throw new Error(`paper-modules.json has no list for ${release}`);
const known = listed[release].flatMap(({ assertions }) => assertions);
const script = readFileSync(path.join(real, "lib/tests/modules.sh"), "utf8").split("\n");

const scratch = mkdtempSync(path.join(tmpdir(), "nivose-paper-modules-"));
try {
  cpSync(path.join(root, "paper/lib"), path.join(scratch, "lib"), { recursive: true });
  cpSync(path.join(real, "lib/tests"), path.join(scratch, "lib/tests"), { recursive: true });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(root, "scripts/run.js"), path.join(root, "packages/nix/conformance/lib-tests.ts"), scratch, "modules"],
    { encoding: "utf8", maxBuffer: 2 ** 30 },
  );
  if (values.verbose) process.stdout.write(stdout);
  report(stdout, stderr);
} finally {
  rmSync(scratch, { recursive: true });
}

function report(log: string, problems: string): void {
  const [, passed, failed] = /^modules: (\d+) passed, (\d+) failed$/mu.exec(log) ?? [];
  if (passed === undefined) throw new Error(`the tests did not come to their end: ${problems}`);
  // what is asserted in a loop is the same line several times
  const failures = [...log.matchAll(/TEST FAILED\S* at \S*:(\d+)$/gmu)].map(([, line]) =>
    script[Number(line) - 1]!.trim(),
  );
  const unexpected = failures.filter((assertion) => !known.includes(assertion));
  const gone = known.filter((assertion) => !failures.includes(assertion));
  const ofValues = (lines: readonly string[]): number =>
    lines.filter((line) => /checkConfigOutput|checkExpression/u.test(line)).length;
  const all = Number(passed) + Number(failed);
  process.stdout.write(
    `${release}: ${passed} of ${all} assertions (${((Number(passed) / all) * 100).toFixed(1)} %); ` +
      `failed: ${ofValues(failures)} of values, ${failures.length - ofValues(failures)} of errors\n`,
  );
  for (const line of unexpected) process.stdout.write(`not in the list: ${line}\n`);
  for (const assertion of gone) process.stdout.write(`in the list, and passes: ${assertion}\n`);
  if (unexpected.length > 0 || gone.length > 0) process.exitCode = 1;
}
