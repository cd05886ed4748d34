/**
 * Packages on paper. A case is an attribute of `cases.nix`; `UPDATE=1` writes what they are to `cases.json`. That real Nix
 * agrees is in `packages.nix.test.ts`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { afterAll, expect, test } from "vitest";

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-packages-"));
const { layOutPaper } = (await import(path.resolve(here, "../../../../../scripts/paper.js"))) as {
  layOutPaper: (folder: string) => void;
};
layOutPaper(scratch);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("packages on paper are what they were", () => {
  const reply = evaluate(`import ${here}/cases.nix ${scratch}/nixpkgs`, true);
  if (!reply.ok) throw new Error(reply.failure.text);
  const cases: unknown = JSON.parse(Buffer.from(reply.output, "latin1").toString());
  const golden = path.join(here, "cases.json");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
  expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

test.each([
  ["pkgs.helo", "attribute 'helo' missing"],
  ["pkgs.python3Packages.nunpy", "attribute 'nunpy' missing"],
  ["pkgs.hello.version", "unknown on paper: version of hello"],
  ["pkgs.nvtop", "'nvtop' has been removed from nixpkgs 24.11, or has another name there"],
  ["pkgs.callPackage ({ helo }: helo) { }", "helo"],
])("%s is an error", (expression, words) => {
  const reply = evaluate(`let pkgs = import ${scratch}/nixpkgs { system = "x86_64-linux"; }; in ${expression}`, false);
  if (reply.ok) throw new Error("no error");
  expect(reply.failure.text).toContain(words);
});

function evaluate(text: string, strict: boolean): ReturnType<typeof runEvaluation> {
  return runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "cases.nix", folder: here },
      selections: [""],
      args: [],
      output: "json",
      strict,
      location: false,
      settings: {},
    },
    () => {},
  );
}
