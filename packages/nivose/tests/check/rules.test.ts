/** Every rule finds what its page says, and nothing in the mended example; neither does any other rule. */
import { describe, expect, test } from "vitest";
import { rules } from "../../src/check/rules/index.ts";
import { checkFiles, everything, filesOf } from "./example-fleet.ts";

describe.each(rules.map((rule) => [rule.code, rule] as const))("%s", (code, { example }) => {
  test("finds the bad example", async () => {
    const { findings } = await checkFiles(filesOf(example.bad), { ...everything, only: [code] });
    expect(findings.map(({ rule }) => rule)).toContain(code);
  });

  test("leaves the good example alone, as all rules do", async () => {
    const { findings, text } = await checkFiles(filesOf(example.good), everything);
    const own = await checkFiles(filesOf(example.good), { ...everything, only: [code] });
    expect(text + own.text).toBe("");
    expect([...findings, ...own.findings]).toEqual([]);
  });
});
