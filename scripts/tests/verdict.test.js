import { describe, expect, it } from "vitest";
import { countTests, describeLeftOut, readLeftOut } from "../verdict.js";

const file = (name, status, ...tests) => ({
  name,
  status,
  assertionResults: tests.map((one, index) => ({ status: one, fullName: `${name} ${index}` })),
});

describe("counts", () => {
  it("add up", () => {
    const report = { testResults: [file("a", "passed", "passed", "skipped"), file("b", "failed", "failed", "passed")] };
    expect(countTests(report, 1, [{ file: "a" }])).toEqual({ passed: 2, failed: 1, skipped: 1, unexplained: [] });
  });

  it("have a failure for a file that could not be loaded", () => {
    const report = { testResults: [file("a", "passed", "passed"), file("b", "failed")] };
    expect(countTests(report, 1, [])).toMatchObject({ passed: 1, failed: 1 });
  });

  it("have a failure for an error outside of every test", () => {
    expect(countTests({ testResults: [file("a", "passed", "passed")] }, 1, [])).toMatchObject({ passed: 1, failed: 1 });
  });

  it("have a failure for a run that left no report", () => {
    expect(countTests(undefined, 0, [])).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe("what was left out", () => {
  it("is listed by need, with reason and files", () => {
    const leftOut = readLeftOut(
      ["/r/b.test.ts", "/r/a.test.ts", "/r/b.test.ts"]
        .map((name) => `${JSON.stringify({ need: "zsh", reason: "it is not installed", file: name })}\n`)
        .join(""),
    );
    const text = describeLeftOut({ leftOut, unexplained: [] }, (name) => name.slice("/r/".length));
    expect(text).toBe("  zsh: it is not installed\n    b.test.ts\n    a.test.ts");
  });

  it("names a skipped test whose file gave no reason", () => {
    const counts = countTests({ testResults: [file("a", "passed", "passed", "skipped")] }, 0, []);
    expect(describeLeftOut({ leftOut: [], ...counts }, (name) => name)).toBe(
      "  for no reason that was recorded:\n    a: a 1",
    );
  });
});
