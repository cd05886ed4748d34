/**
 * What a run of vitest came to, from its JSON report and from what `needs.ts` recorded: how many tests passed, failed
 * and were left out, and why. Nothing that went wrong may be missing from the counts: a file that could not even be
 * loaded is a failure, and so is an error outside of every test.
 */

/**
 * Counts a report. `report` is undefined if vitest wrote none, `status` is its exit status. Returns
 * `{ passed, failed, skipped, unexplained }`, the last being the skipped tests of files that recorded no reason.
 */
export function countTests(report, status, leftOut) {
  const counts = { passed: 0, failed: 0, skipped: 0, unexplained: [] };
  const explained = new Set(leftOut.map((entry) => entry.file));
  for (const file of report?.testResults ?? []) {
    const failedBefore = counts.failed;
    for (const test of file.assertionResults) {
      if (test.status === "passed") counts.passed += 1;
      else if (test.status === "failed") counts.failed += 1;
      else {
        counts.skipped += 1;
        if (!explained.has(file.name)) counts.unexplained.push({ file: file.name, name: test.fullName });
      }
    }
    if (file.status === "failed" && counts.failed === failedBefore) counts.failed += 1;
  }
  if (counts.failed === 0 && (status !== 0 || report === undefined)) counts.failed += 1;
  return counts;
}

/** Reads the record of `needs.ts`: one JSON object `{ need, reason, file }` a line. */
export function readLeftOut(text) {
  return text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
}

/** What was left out, a paragraph for each need with its reason and the files in which it kept tests from running. */
export function describeLeftOut({ leftOut, unexplained }, relative) {
  const files = new Map();
  const add = (title, file) => files.set(title, (files.get(title) ?? new Set()).add(`    ${file}`));
  for (const { need, reason, file } of leftOut) add(`  ${need}: ${reason}`, relative(file));
  for (const { file, name } of unexplained) add("  for no reason that was recorded:", `${relative(file)}: ${name}`);
  return [...files].map(([title, places]) => [title, ...places].join("\n")).join("\n");
}
