/**
 * The module system on paper gives what that of nixpkgs gives: values, and the texts of errors. A case is an attribute of a
 * Nix file here, a function of `lib`; what it was with the real one is in the JSON file beside.
 * `UPDATE=1 NIVOSE_TEST_NIXPKGS=FOLDER` writes the JSON files with nixpkgs 24.11.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const paper = path.resolve(here, "../../../../../paper");
const real = process.env["NIVOSE_TEST_NIXPKGS"];

test.each(["configurations", "kinds", "declaring"])("%s", (file) => {
  const cases = evaluated(`import ${here}/${file}.nix { lib = import ${real ?? paper}/lib; }`);
  const golden = path.join(here, `${file}.json`);
  if (process.env["UPDATE"] === "1" && real !== undefined) writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
  expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

test("does more than that of nixpkgs for options that are made from data", () => {
  const cases = evaluated(`import ${here}/additions.nix { lib = import ${paper}/lib; }`) as Record<string, unknown>;
  expect(Object.keys(cases).filter((name) => cases[name] !== true)).toEqual([]);
});

/** Goes on behind what fails, so that each case is a value or the text of an error. */
const tell = `
  { attempt, ... }: cases:
  let
    entire = value: let tried = attempt (builtins.deepSeq value (builtins.toJSON value)); in
      if tried.success then { value = builtins.fromJSON tried.value; } else { inherit (tried) error; };
    told = value:
      let whole = entire value; in
      if whole ? value then whole.value
      else if builtins.isAttrs (seen value) && ! (seen value) ? _type then builtins.mapAttrs (_: told) (seen value)
      else { inherit (whole) error; };
    seen = value: let tried = attempt value; in if tried.success then tried.value else null;
  in
  builtins.mapAttrs (_: told) cases
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
  // where the tests are differs from machine to machine
  return JSON.parse(Buffer.from(reply.output, "latin1").toString().replaceAll(here, "/tests"));
}
