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
    const { findings } = await checkFiles(filesOf(example.good), { ...everything, isPedantic: true });
    const isAsked = (rule: string): boolean =>
      rule === code || rules.find((each) => each.code === rule)!.isPedantic !== true;
    expect(findings.filter(({ rule }) => isAsked(rule)).map(({ rule, text }) => `${rule}: ${text}`)).toEqual([]);
  });
});
