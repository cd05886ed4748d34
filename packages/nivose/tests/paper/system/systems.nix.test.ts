/** Systems on paper are the same derivations in real Nix, which builds them, and their scripts do what NixOS' own do. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runEvaluation } from "@nivose/nix/evaluation";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { needs, realNix } from "../../needs.ts";
import { layOutPaper } from "./laid-out.ts";

const here = import.meta.dirname;

describe.runIf(needs("nix"))("systems on paper in real Nix", () => {
  const scratch = mkdtempSync(path.join(tmpdir(), "nivose-systems-"));
  const all = path.join(scratch, "all.nix");

  beforeAll(() => {
    layOutPaper(scratch, ["nixpkgs"]);
    for (const file of ["built.nix", "with-nixpkgs.nix", "switching.sh"])
      writeFileSync(path.join(scratch, file), readFileSync(path.join(here, file)));
    writeFileSync(all, "import ./built.nix { nixpkgs = import ./with-nixpkgs.nix ./nixpkgs; }\n");
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  test("are the same derivations", () => {
    const expression = `builtins.mapAttrs (_: system: [ system.drvPath system.outPath system.onPaper ]) (import ${all})`;
    const theirs = nix("nix-instantiate", "--eval", "--strict", "--json", "--read-write-mode", "-E", expression);
    expect(ours(expression)).toEqual(JSON.parse(theirs));
  });

  test("are built, and switch as NixOS does", () => {
    const systems = path.join(scratch, "systems");
    mkdirSync(systems);
    const link = 'ln -s "$(nix-build --no-out-link -A "$1" "$2")" "$3/$1"';
    for (const name of ["first", "second", "failing", "odd"]) nix("bash", "-ec", link, "link", name, all, systems);
    const seen = nix("bash", path.join(scratch, "switching.sh"), systems, path.join(scratch, "root"));
    const golden = path.join(here, "switching.txt");
    if (process.env["UPDATE"] === "1") writeFileSync(golden, seen);
    expect(seen).toBe(readFileSync(golden, "utf8"));
  });
});

function nix(...words: readonly string[]): string {
  return execFileSync(realNix(), words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}

function ours(expression: string): unknown {
  const reply = runEvaluation(
    {
      expression: { kind: "text", text: Buffer.from(expression), name: "all.nix", folder: here },
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
