/** The program's own cache in a repository, as where somebody's home is one. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readRepository } from "../../src/cli/check/read-repository.ts";
import { flakesAt } from "../../src/cli/flakes-here.ts";
import { fakeContext } from "./fake-context.ts";

const root = realpathSync(mkdtempSync(path.join(tmpdir(), "nivose-own-cache-")));
afterAll(() => rmSync(root, { recursive: true }));

for (const name of ["flake.nix", ".cache/nivose/paper/nixpkgs/a.nix", ".cache/other/b.nix", ".cache/nivose.nix"]) {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), "{ outputs = _: { }; }\n");
}

const places = { HOME: root, XDG_CACHE_HOME: path.join(root, ".cache") };

test.for(Object.entries(places))("is no part of what is read where %s has it", ([name, folder]) => {
  const context = fakeContext({ cwd: root, environment: { ...process.env, XDG_CACHE_HOME: "", [name]: folder } });
  const read = () => {
    const { files, untracked, isGit } = readRepository(flakesAt(".", context), context);
    return { files: [...files.keys()], untracked: [...untracked], isGit };
  };
  const names = [".cache/nivose.nix", ".cache/other/b.nix", "flake.nix"];
  expect(read()).toEqual({ files: names, untracked: [], isGit: false });
  spawnSync("git", ["init", "-q"], { cwd: root });
  expect(read()).toEqual({ files: names, untracked: names, isGit: true });
  rmSync(path.join(root, ".git"), { recursive: true });
});
