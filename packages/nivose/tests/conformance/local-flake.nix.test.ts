/** `conformance/local-flake.nix` gives what real Nix makes of a flake that is locked, all the way down its inputs. */

import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bin, Sandbox } from "../cli/run-nivose.ts";
import { needs, realNix } from "../needs.ts";

const localFlake = path.resolve(import.meta.dirname, "../../conformance/local-flake.nix");

describe.runIf(needs("nix-2.26", "git"))("a flake in place", () => {
  let sandbox: Sandbox;
  let house: string;
  let outside: string;

  beforeAll(() => {
    sandbox = new Sandbox(path.join(import.meta.dirname, "local-flake"));
    house = path.join(sandbox.folder, "house");
    outside = path.join(sandbox.folder, "outside");
    // real Nix sees the folder of temporary files, not always that of the sources
    cpSync(localFlake, path.join(sandbox.folder, "local-flake.nix"));
    execFileSync("git", ["init", "--quiet", "."], { cwd: house, env: sandbox.environment });
    execFileSync("git", ["add", "."], { cwd: house, env: sandbox.environment });
    const elsewhere = { pkgs: "pkgs", homes: "hm", "own/pkgs": "pkgs", "written/pkgs": "pkgs" };
    const overrides = Object.entries(elsewhere).flatMap(([input, folder]) => {
      return ["--override-input", input, `path:${outside}/${folder}`];
    });
    nix("nix", "flake", "lock", "./apps", ...overrides);
    execFileSync("git", ["add", "."], { cwd: house, env: sandbox.environment });
  });

  afterAll(() => sandbox.remove());

  test("is what the locked flake is", () => {
    const sources = nix("nix", "eval", "--json", "./apps#sources");
    writeFileSync(path.join(sandbox.folder, "sources.json"), sources);
    const given = `builtins.fromJSON (builtins.readFile ${sandbox.folder}/sources.json)`;
    const here = nix("nix-instantiate", "--eval", ...wordsOf(`(${given}).flake`, given));
    expect(JSON.parse(here)).toEqual(JSON.parse(nix("nix", "eval", "--json", "./apps#tree")));
  });

  test("is the same in our engine", () => {
    const words = wordsOf(`${house}/apps`, `{ pkgs = ${outside}/pkgs; hm = ${outside}/hm; }`);
    const ours = execFileSync(process.execPath, [bin, "eval", ...words], { encoding: "utf8" });
    expect(JSON.parse(ours)).toEqual(JSON.parse(nix("nix-instantiate", "--eval", ...words)));
  });

  function wordsOf(flake: string, sources: string): string[] {
    const argumentsOf = ["--arg", "flake", flake, "--arg", "sources", sources];
    return ["--strict", "--json", `${sandbox.folder}/local-flake.nix`, ...argumentsOf, "-A", "tree"];
  }

  function nix(...words: string[]): string {
    return execFileSync(realNix(), words, { cwd: house, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  }
});
