/** What is written from the sources is fresh, and the manual page is what its readers take. */

import { spawnSync } from "node:child_process";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { verbs } from "../../src/cli/app.ts";
import { isGroup, type Verb, type Verbs } from "../../src/cli/verb.ts";
import { needs } from "../needs.ts";

const root = path.resolve(import.meta.dirname, "../../../..");
const page = path.join(root, "packages/nivose/man/nivose.1");

describe("documentation", () => {
  test("is what the sources say", () => {
    const { stdout, status } = spawnSync(process.execPath, ["scripts/run.js", "scripts/docs.ts", "--check"], {
      cwd: root,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  });

  test.runIf(needs("mandoc"))("has a manual page that mandoc has nothing against", () => {
    const { stdout } = spawnSync("mandoc", ["-Tlint", "-Wwarning", page], { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  test.runIf(needs("man"))("has a manual page that groff has nothing against", () => {
    const { stdout, stderr } = spawnSync("man", ["--warnings", "--encoding=UTF-8", "--local-file", page], {
      encoding: "utf8",
      env: { ...process.env, MANWIDTH: "80", MAN_KEEP_FORMATTING: "" },
    });
    expect(stderr).toBe("");
    expect(stdout).toContain("nivose parse --check .");
  });

  test("has an example for every verb", () => {
    for (const [name, { examples, brief, description }] of allVerbs(verbs)) {
      expect([name, examples.length]).not.toEqual([name, 0]);
      for (const { command } of examples) expect(command).toContain(`nivose ${name}`);
      expect(brief).not.toMatch(/\.$/u);
      expect(description.length).toBeGreaterThan(0);
    }
  });
});

function allVerbs(tree: Verbs): (readonly [string, Verb])[] {
  return Object.entries(tree).flatMap(([name, entry]) =>
    isGroup(entry)
      ? allVerbs(entry.verbs).map(([below, verb]) => [`${name} ${below}`, verb] as const)
      : [[name, entry] as const],
  );
}
