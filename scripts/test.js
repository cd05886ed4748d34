/**
 * `npm test`: sets up what is missing, then types, lint, format, the import rule between layers and every test, with
 * real Nix where the machine allows it. `npm test -- PATTERN…` runs only the test files whose path contains a pattern.
 * The last line is the counts, in which every stage is one test.
 */
import { installPrograms } from "./debian.js";
import { nixEnvironment, provideNix } from "./real-nix.js";
import { build, check, install, stage } from "./stages.js";
import { runTests, sumUp } from "./suite.js";

const patterns = process.argv.slice(2);
const installed = await install();
if (installed.ok) {
  // The system's programs and real Nix take a minute the first time: they are fetched while the sources are checked.
  const preparing = stage("machine", prepareMachine);
  const stages = [installed, await build()];
  if (patterns.length === 0) stages.push(...(await check(1)));
  const machine = await preparing;
  sumUp([...stages, machine], await runTests(patterns, machine.environment));
} else {
  sumUp([installed]);
}

/** What the machine does not allow is no failure: the suites that need it are left out, and say so. */
async function prepareMachine() {
  const lacking = await installPrograms();
  const { nix, reason } = await provideNix();
  const environment = { ...nixEnvironment(nix) };
  if (lacking !== undefined) environment.NIVOSE_TEST_PROGRAMS_REASON = lacking;
  if (reason !== undefined) environment.NIVOSE_TEST_NIX_REASON = reason;
  const remark = `Nix ${nix?.version ?? "is not there"}${reason === undefined ? "" : ` (${reason})`}`;
  return { ok: true, output: "", remark, environment };
}
