/**
 * Systems of NixOS on paper. A case is an attribute of `systems.nix`, and what it was is in the JSON file beside.
 * `UPDATE=1` writes that.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { afterAll, expect, test } from "vitest";
import { layOutPaper } from "./laid-out.ts";

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-systems-"));
layOutPaper(scratch, ["nixpkgs"]);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test("systems on paper are what they were", () => {
  const cases = evaluated(
    `import ${here}/systems.nix { nixpkgs = import ${here}/with-nixpkgs.nix ${scratch}/nixpkgs; }`,
  );
  const golden = path.join(here, "systems.json");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
  expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

test("what differs between two systems differs in their paths", () => {
  const cases = evaluated(`import ${here}/paths.nix { nixpkgs = import ${here}/with-nixpkgs.nix ${scratch}/nixpkgs; }`);
  expect(cases).toEqual({ different: [], equal: [] });
});

/** Goes on behind what fails, so that each case is a value or the text of an error. */
const tell = `
  { attempt, ... }: builtins.mapAttrs (_: value:
    let tried = attempt (builtins.deepSeq value (builtins.toJSON value)); in
    if tried.success then builtins.fromJSON tried.value else { inherit (tried) error; })
`;

function evaluated(expression: string): unknown {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(expression), name: "cases.nix", folder: here },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(tell),
      watch: { file: "/lib/modules.nix", names: [] },
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  // where the tests are differs from machine to machine, and what packages are made of is not the matter here
  const text = Buffer.from(reply.output, "latin1").toString().replaceAll(scratch, "/paper").replaceAll(here, "/tests");
  return JSON.parse(text.replaceAll(/\/nix\/store\/[\da-z]{32}-/gu, "/nix/store/HASH-"));
}
