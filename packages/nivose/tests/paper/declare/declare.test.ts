/**
 * Options made from data: their values, and the errors of those who get them wrong. A case is an attribute of `cases.nix`,
 * and what it was is in `cases.json`; `UPDATE=1` writes that.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { expect, test } from "vitest";

const here = import.meta.dirname;
const paper = path.resolve(here, "../../../../../paper");

test("options made from data", () => {
  const reply = runEvaluation(
    {
      expression: {
        kind: "text",
        text: Buffer.from(`import ${here}/cases.nix { lib = import ${paper}/lib; declare = ${paper}/declare; }`),
        name: "cases",
        folder: here,
      },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      apply: Buffer.from(tell),
      watch: { file: "/none", names: [] },
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  const cases: unknown = JSON.parse(Buffer.from(reply.output, "latin1").toString().replaceAll(here, "HERE"));
  const golden = path.join(here, "cases.json");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
  expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
});

/** Goes on behind what fails, so that each case is a value or the text of an error. */
const tell = `
  { attempt, ... }: builtins.mapAttrs (_: value:
    let tried = attempt (builtins.deepSeq value (builtins.toJSON value)); in
    if tried.success then builtins.fromJSON tried.value else { inherit (tried) error; })
`;
