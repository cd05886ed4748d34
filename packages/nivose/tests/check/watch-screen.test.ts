/** What is told while watching. */
import { expect, test } from "vitest";
import type { Finding } from "../../src/check/finding.ts";
import type { Repository } from "../../src/check/source/repository.ts";
import { SourceFile } from "../../src/check/source/source-file.ts";
import { Screen, type Watched } from "../../src/cli/check/watch-screen.ts";
import { fakeContext } from "../cli/fake-context.ts";
import { everything } from "./example-fleet.ts";

const context = fakeContext({ cwd: "/fleet" });
const selection = { ...everything, isSourceOnly: true };
const screen = new Screen({ here: { root: "/fleet", flakes: [] }, selection, context } as unknown as Watched);
const finding: Finding = {
  code: "unused-let",
  rule: "unused-let",
  level: "note",
  class: "certain",
  text: "'a' is not used",
  at: { file: "a.nix", range: { start: 4, end: 5 } },
};

function repositoryOf(...files: readonly SourceFile[]): Repository {
  const named = new Map(files.map((file) => [file.name, file]));
  return { files: named, read: () => undefined } as unknown as Repository;
}

function told(told: readonly Finding[], repository: Repository): string {
  context.stdout.text = context.stderr.text = "";
  screen.tell({ told, suppressed: [], fleet: undefined }, repository, { withHosts: false, milliseconds: 1 });
  return `${context.stdout.text}${context.stderr.text}`;
}

test("what comes and what goes is told once, and nothing of what is no business of the fleet's", () => {
  const file = new SourceFile("a.nix", Buffer.from("let a = 1; in 2\n"));
  expect(told([finding], repositoryOf(file))).toContain("note: 'a' is not used");
  // somebody has written something else
  expect(told([finding], repositoryOf(file))).toBe("");
  const longer = new SourceFile("a.nix", Buffer.from("# more\nlet a = 1; in 2\n"));
  expect(told([{ ...finding, at: { file: "a.nix", range: { start: 11, end: 12 } } }], repositoryOf(longer))).toBe(
    "1 note in 1 file (1 ms)\n",
  );
  expect(told([], repositoryOf(longer))).toBe(
    "gone: 'a' is not used [unused-let] in a.nix\nnothing found in 1 file (1 ms)\n",
  );
});
