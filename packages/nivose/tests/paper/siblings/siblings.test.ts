/**
 * What modules beside nixpkgs compute is on paper what the real ones compute. A case is an attribute of a Nix file here,
 * and what it was with the real flakes is in the JSON file beside. `UPDATE=1 NIVOSE_TEST_FLAKES=FOLDER`, where each flake
 * has a folder below FOLDER, writes the JSON files with those.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
if (real === undefined) layOutPaper(scratch);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

test.each(["agenix", "disko", "hm", "home", "impermanence", "impermanence-earlier", "nix-darwin", "sops-nix"])(
  "%s gives what the real one gives",
  (file) => {
    const cases = evaluated(file);
    const golden = path.join(here, `${file}.json`);
    if (process.env["UPDATE"] === "1") writeFileSync(golden, `${JSON.stringify(cases, null, 2)}\n`);
    expect(cases).toEqual(JSON.parse(readFileSync(golden, "utf8")));
  },
  // The real ones take their time.
  real === undefined ? undefined : 600_000,
);

test.skipIf(real !== undefined)("the modules of impermanence are those of the time that it is locked to", () => {
  const text = `
    let
      inherit (import ${scratch}/impermanence/flake.nix) outputs;
      flake = self: outputs { inherit self; nixpkgs.lib = { }; };
      isEarlier = self: baseNameOf (dirOf (flake self).homeManagerModules.impermanence) == "earlier";
    in
    map isEarlier [ { } { lastModified = 1; } { lastModified = 1737831083; } { lastModified = 1769548169; } ]`;
  expect(resultOf(text)).toEqual([false, false, true, false]);
});

/** A function of flakes, called with those of the folder whose names it asks for. */
function evaluated(file: string): unknown {
  const withFlakes = path.resolve(here, "../siblings-flakes/with-flakes.nix");
  return resultOf(`import ${withFlakes} { flakes = ${real ?? scratch}; cases = import ${here}/${file}.nix; }`);
}

function resultOf(text: string): unknown {
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
