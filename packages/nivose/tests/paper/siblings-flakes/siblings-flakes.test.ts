/**
 * What fleets use beside nixpkgs, on paper, gives what the real flakes give. A case is an attribute of a Nix file here, and
 * what it was with the real flakes is in the JSON file beside. `UPDATE=1 NIVOSE_TEST_FLAKES=FOLDER`, where each flake has
 * a folder below FOLDER, writes the JSON files with those.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { afterAll, expect, test } from "vitest";

const here = import.meta.dirname;
const scratch = mkdtempSync(path.join(tmpdir(), "nivose-siblings-"));
const real = process.env["NIVOSE_TEST_FLAKES"];
const { layOutPaper } = (await import(path.resolve(here, "../../../../../scripts/paper.js"))) as {
  layOutPaper: (folder: string) => void;
};
if (real === undefined) {
  layOutPaper(scratch);
  cpSync(path.join(here, "names.json"), path.join(scratch, "opaque/names.json"));
}
const flakes = real ?? scratch;

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test.each(["flake-parts", "flake-utils", "programs"])("%s gives what the real one gives", agrees);

test.skipIf(real !== undefined).each(["systems", "nixos-hardware", "opaque"])("%s gives what it gave", agrees);

function agrees(file: string): void {
  const cases = evaluated(`import ${here}/${file}.nix`);
  const golden = path.join(here, `${file}.json`);
  if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
  expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
}

/** A function of flakes, called with those of the folder whose names it asks for. */
function evaluated(cases: string): unknown {
  const text = `import ${here}/with-flakes.nix { flakes = ${flakes}; cases = ${cases}; }`;
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(text), name: "cases.nix", folder: here },
      selections: [""],
      args: [],
      output: "json",
      strict: true,
      location: false,
      settings: {},
    },
    () => {},
  );
  if (!reply.ok) throw new Error(reply.failure.text);
  return JSON.parse(Buffer.from(reply.output, "latin1").toString());
}
