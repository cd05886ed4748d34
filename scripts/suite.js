/**
 * Runs the tests with vitest and sums up everything that was run, ending in the counts.
 */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { show, tool } from "./process.js";
import { cache, root } from "./repository.js";
import { countTests, describeLeftOut, readLeftOut } from "./verdict.js";

/** Runs the test files whose path contains one of `patterns`, or all of them. Resolves to their counts. */
export async function runTests(patterns, environment) {
  const started = performance.now();
  const folder = path.join(cache, `test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const reportFile = path.join(folder, "report.json");
  const leftOutFile = path.join(folder, "left-out");
  const output = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const status = await show(tool("vitest"), ["run", ...output, ...patterns], {
    ...environment,
    NIVOSE_TEST_LEFT_OUT: leftOutFile,
  });
  const report = contentOf(reportFile);
  const leftOut = readLeftOut(contentOf(leftOutFile) ?? "");
  rmSync(folder, { recursive: true, force: true });
  const counts = countTests(report === undefined ? undefined : JSON.parse(report), status, leftOut);
  return { name: "tests", seconds: (performance.now() - started) / 1000, leftOut, ...counts };
}

/** Prints the durations, what was left out and why, and on the last line the counts. Sets the exit status. */
export function sumUp(stages, tests = { passed: 0, failed: 0, skipped: 0, unexplained: [], leftOut: [] }) {
  const passed = stages.filter((stage) => stage.ok).length + tests.passed;
  const failed = stages.filter((stage) => !stage.ok).length + tests.failed;
  const timed = tests.seconds === undefined ? stages : [...stages, tests];
  const leftOut = describeLeftOut(tests, (file) => path.relative(root, file));
  const paragraphs = [
    timed.map(({ name, seconds }) => `${name.padEnd(10)}${seconds.toFixed(1).padStart(6)} s`).join("\n"),
    ...(leftOut === "" ? [] : [`Left out:\n${leftOut}`]),
    `${passed} passed, ${failed} failed, ${tests.skipped} skipped`,
  ];
  process.stdout.write(`\n${paragraphs.join("\n\n")}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function contentOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
