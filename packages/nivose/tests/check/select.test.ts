/** Which rules run. */
import { expect, test } from "vitest";
import { rules } from "../../src/check/rules/index.ts";
import { selectRules, type Selection } from "../../src/check/select.ts";
import { everything } from "./example-fleet.ts";

function chosen(selection: Partial<Selection>): string[] {
  const isMessage = (code: string): boolean => code === "undefined-variable";
  return selectRules(rules, { ...everything, ...selection }, isMessage).map(({ code }) => code);
}

const pedantic = new Set(rules.filter(({ isPedantic }) => isPedantic === true).map(({ code }) => code));

test("those of taste run if they are asked for: all of them, or by their codes, but not by their family", () => {
  expect(chosen({}).filter((code) => pedantic.has(code))).toEqual([]);
  expect(chosen({ isPedantic: true })).toEqual(rules.map(({ code }) => code));
  expect(chosen({ only: ["unused-let"] })).toEqual(["unused-let"]);
  expect(chosen({ only: ["names"] })).not.toContain("unused-let");
  expect(chosen({ only: ["names"], isPedantic: true })).toContain("unused-let");
});

test("a message of the language runs the rule that tells it", () => {
  expect(chosen({ only: ["undefined-variable"] })).toEqual(["syntax"]);
});

test("what is skipped does not run, by code or by family", () => {
  expect(
    chosen({ skip: ["names"] }).filter((code) => rules.find((each) => each.code === code)!.family === "names"),
  ).toEqual([]);
  expect(chosen({ skip: ["port-clash"] })).not.toContain("port-clash");
});

test("without hosts only the sources are looked at", () => {
  expect(chosen({ isSourceOnly: true, isPedantic: true })).toEqual(
    rules.filter(({ reads }) => reads !== "hosts").map(({ code }) => code),
  );
});
