import { describe, expect, test } from "vitest";
import { type ColorChoice, usesColor } from "../../src/cli/color.ts";

type Row = readonly [choice: ColorChoice, environment: Record<string, string>, terminal: boolean, colored: boolean];

const rows: readonly Row[] = [
  ["auto", {}, true, true],
  ["auto", {}, false, false],
  ["auto", { NO_COLOR: "1" }, true, false],
  ["auto", { NO_COLOR: "" }, true, true],
  ["auto", { NO_COLOR: "1", CLICOLOR_FORCE: "1" }, true, false],
  ["auto", { CLICOLOR_FORCE: "1" }, false, true],
  ["auto", { CLICOLOR_FORCE: "0" }, false, false],
  ["auto", { CLICOLOR_FORCE: "1", CLICOLOR: "0" }, false, true],
  ["auto", { CLICOLOR: "0" }, true, false],
  ["auto", { CLICOLOR: "1" }, false, false],
  ["auto", { TERM: "dumb" }, true, false],
  ["auto", { TERM: "dumb", CLICOLOR_FORCE: "1" }, true, true],
  ["always", { NO_COLOR: "1" }, false, true],
  ["never", { CLICOLOR_FORCE: "1" }, true, false],
];

describe("colours", () => {
  test.each(rows)("--color %s, %o, terminal %s: %s", (choice, environment, terminal, colored) => {
    expect(usesColor(choice, environment, terminal)).toBe(colored);
  });
});
