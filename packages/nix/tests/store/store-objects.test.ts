/** What an expression has put into the store can be read again, though nothing is written there. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EvalRequest, runEvaluation } from "../../src/evaluation.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "nivose-objects-"));
  mkdirSync(path.join(folder, "source/inner"), { recursive: true });
  for (const name of ["source/kept", "source/dropped", "source/inner/file"])
    writeFileSync(path.join(folder, name), name);
});
afterAll(() => rmSync(folder, { recursive: true }));

const filtered = 'builtins.filterSource (path: type: !builtins.elem (baseNameOf path) [ "dropped" "inner" ]) ./source';
const derivation = 'derivation { name = "x"; system = "y"; builder = "z"; }';

describe("what an expression has put into the store", () => {
  test.each([
    ['import (builtins.toFile "a" "1 + 1")', "2"],
    ['builtins.readFileType (builtins.toFile "a" "")', '"regular"'],
    ['builtins.pathExists "${builtins.toFile "a" ""}/b"', "false"],
    ['builtins.readFile "${./source}/inner/file"', '"source/inner/file"'],
    [`builtins.readDir (${filtered})`, '{ kept = "regular"; }'],
    [`builtins.pathExists "\${${filtered}}/dropped"`, "false"],
    [`builtins.pathExists "\${${filtered}}/inner/file"`, "false"],
    [`builtins.readDir (builtins.path { name = "again"; path = ${filtered}; })`, '{ kept = "regular"; }'],
    [`(import (${derivation}).drvPath).outPath == (${derivation}).outPath`, "true"],
    [
      `builtins.attrNames (import (${derivation}).drvPath)`,
      '[ "all" "drvPath" "name" "out" "outPath" "outputName" "type" ]',
    ],
    ['builtins.getContext (builtins.readFile (builtins.toFile "b" "${builtins.toFile "a" ""}")) != { }', "true"],
  ])("is there: %s", (expression, value) => {
    expect(evaluated(expression)).toBe(value);
    expect(evaluated(expression, { restricted: true, allowedPaths: [folder] })).toBe(value);
  });

  test.each([
    [
      `builtins.readFile (${derivation})`,
      "limit: cannot build '/nix/store/n01dy158nk2mfsjgkgdpm9ma51dy2ry5-x.drv' during evaluation: this needs an installed Nix",
    ],
    [
      'builtins.readFile (builtins.appendContext "/a" { "/nix/store/ffffffffffffffffffffffffffffffff-none".path = true; })',
      "invalid-path: path '/nix/store/ffffffffffffffffffffffffffffffff-none' is not valid",
    ],
    [
      'builtins.readFile (builtins.appendContext "/a" { "/nix/store/ffffffffffffffffffffffffffffffff-x.drv".outputs = [ "out" ]; })',
      "invalid-path: path '/nix/store/ffffffffffffffffffffffffffffffff-x.drv' is not valid",
    ],
  ])("is not: %s", (expression, error) => {
    expect(evaluated(expression)).toBe(error);
  });

  test("is a derivation's text, but not in restricted mode, in which Nix does not allow it either", () => {
    const expression = `builtins.substring 0 6 (builtins.readFile (${derivation}).drvPath)`;
    expect(evaluated(expression)).toBe('"Derive"');
    expect(evaluated(expression, { restricted: true, allowedPaths: [folder] })).toBe(
      "restricted: access to absolute path '/nix' is forbidden in restricted mode",
    );
  });

  test("is a file of a store with another root", () => {
    const place = path.join(folder, "store");
    mkdirSync(place);
    writeFileSync(path.join(place, "ffffffffffffffffffffffffffffffff-text"), "[ 1 ]");
    expect(evaluated("import /nix/store/ffffffffffffffffffffffffffffffff-text", { storePlace: place })).toBe("[ 1 ]");
  });
});

function evaluated(expression: string, settings: EvalRequest["settings"] = {}): string {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(expression), name: "here", folder },
      selections: [""],
      args: [],
      output: "value",
      strict: true,
      location: false,
      settings: {
        nixStore: [],
        storePlace: "/nix/store",
        importFromDerivation: true,
        restricted: false,
        allowedPaths: [],
        ...settings,
      },
    },
    () => {},
  );
  return reply.ok ? reply.output.trimEnd() : `${reply.failure.kind}: ${reply.failure.text}`;
}
