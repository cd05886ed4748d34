/**
 * What is told of the fleets in `fixtures/broken`: one for every rule, and for what users suffer from. Each has its files in
 * `fleet`, and in `expected.txt` what is told of it; `rules.txt` may name the rules that run. Where `fleet` is a change, `before` has
 * the files that it changes as they were. `UPDATE=1` writes what is expected.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../src/check/rules/index.ts";
import { checkFiles, everything, filesIn, filesOf } from "./example-fleet.ts";

const top = path.resolve(import.meta.dirname, "../../../../fixtures/broken");
const names = readdirSync(top).filter((name) => statSync(path.join(top, name)).isDirectory());

test.each(names)("%s", async (name) => {
  const folder = path.join(top, name);
  const named = path.join(folder, "rules.txt");
  const only = existsSync(named)
    ? readFileSync(named, "utf8")
        .split(/\s+/u)
        .filter((word) => word !== "")
    : [];
  const earlier = path.join(folder, "before");
  const before = existsSync(earlier) ? filesIn(earlier) : {};
  const files = {
    ...filesOf(filesIn(path.join(folder, "fleet"))),
    ...Object.fromEntries(Object.entries(before).map(([file, text]) => [`before:${file}`, text])),
  };
  const { text } = await checkFiles(files, { ...everything, only });
  const golden = path.join(folder, "expected.txt");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, "utf8"));
  // a fleet that is named after a rule is for that rule
  expect(text).toContain(rules.some(({ code }) => code === name) ? `[${name},` : "");
});

test("there is one for every rule", () => {
  // the mistakes of the language have tests of their own, and each its own code
  const missing = rules.filter(({ code }) => code !== "syntax" && !names.includes(code));
  expect(missing.map(({ code }) => code)).toEqual([]);
});
