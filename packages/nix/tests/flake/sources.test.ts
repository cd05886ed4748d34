/** Sources of flakes where Nix has nothing to compare with: what is remembered of them, and advice. */

import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { needs } from "../../../nivose/tests/needs.ts";
import type { EvalFailure } from "../../src/evaluation.ts";
import { ask } from "./support/both.ts";
import { CaseFolder, flake, type FlakeCase } from "./support/flake-case.ts";

/** Long after everything in the test was changed. */
const LATER = 4_000_000_000;

let folders: CaseFolder;
beforeEach(() => {
  folders = new CaseFolder();
});
afterEach(() => folders.remove());

function failureOf(each: Omit<FlakeCase, "name">, output: string): EvalFailure {
  const { reply } = ask(folders.make({ name: "", ...each }), `./top#${output}`, {});
  if (reply.ok) throw new Error(`it is ${reply.output}`);
  return reply.failure;
}

describe("the hash of a folder", () => {
  const told = flake("", "{ self }: { hash = self.narHash; }");
  const hashOf = (folder: string, currentTime: number): string => {
    const { reply } = ask(folder, "path:./top#hash", { settings: { currentTime } });
    return reply.ok ? (JSON.parse(reply.output) as string) : reply.failure.text;
  };
  const remembered = (): string => {
    const place = path.join(folders.top, "cache/hashes");
    return path.join(place, readdirSync(place)[0]!);
  };

  test("is remembered while nothing in it changes", () => {
    const folder = folders.make({ name: "", files: { "top/flake.nix": told, "top/a": "1" } });
    const hash = hashOf(folder, LATER);
    const kept = remembered();
    const other = `sha256-${"A".repeat(43)}=`;
    writeFileSync(kept, readFileSync(kept, "utf8").replace(hash, other));
    expect(hashOf(folder, LATER)).toBe(other);
  });

  test("is found out anew when a file has changed, even if its size and its time are the same", () => {
    const folder = folders.make({ name: "", files: { "top/flake.nix": told, "top/a": "1" } });
    const hash = hashOf(folder, LATER);
    const file = path.join(folder, "top/a");
    const { atime, mtime } = statSync(file);
    writeFileSync(file, "2");
    utimesSync(file, atime, mtime);
    expect(hashOf(folder, LATER)).not.toBe(hash);
  });

  test("is found out anew when a file is new", () => {
    const folder = folders.make({ name: "", files: { "top/flake.nix": told } });
    const hash = hashOf(folder, LATER);
    writeFileSync(path.join(folder, "top/b"), "");
    expect(hashOf(folder, LATER)).not.toBe(hash);
  });

  test("is not remembered of what has just been changed", () => {
    const folder = folders.make({ name: "", files: { "top/flake.nix": told } });
    hashOf(folder, Math.floor(statSync(path.join(folder, "top")).ctimeMs / 1000));
    expect(() => remembered()).toThrow("ENOENT");
  });

  test("is found out where nothing can be remembered", () => {
    const folder = folders.make({ name: "", files: { "top/flake.nix": told } });
    const hash = hashOf(folder, LATER);
    writeFileSync(remembered(), "nonsense");
    expect(hashOf(folder, LATER)).toBe(hash);
  });
});

describe.runIf(needs("git"))("a repository", () => {
  test.each([
    ["import ./new.nix", "new.nix", "echo 1 >top/new.nix"],
    ["import ./new/x.nix", "new/x.nix", "mkdir top/new; echo 1 >top/new/x.nix"],
    ["import ./new", "new", "mkdir top/new; echo 1 >top/new/default.nix"],
    ["builtins.readFile ./new", "new", "echo 1 >top/new"],
    ["builtins.readDir ./new", "new", "mkdir top/new; echo 1 >top/new/x"],
    ['"${./new}"', "new", "echo 1 >top/new"],
  ])("names what Git does not know: %s", (expression, file, script) => {
    const files = { "top/flake.nix": flake("", `_: { x = ${expression}; }`) };
    const { hint } = failureOf({ files, git: ["top"], script }, "x");
    expect(hint).toMatch(
      new RegExp(
        `^'${file}' is in the folder of the flake, but Git does not know it yet; this makes it known: git -C \\S+/top add --intent-to-add ${file}$`,
      ),
    );
  });

  test("names its flake itself", () => {
    const script = "echo '{ outputs = _: { }; }' >top/flake.nix";
    expect(failureOf({ files: { "top/x": "" }, git: ["top"], script }, "x").hint).toMatch(
      /'flake.nix' is in the folder/,
    );
  });

  test("says how to add what Git ignores", () => {
    const files = { "top/flake.nix": flake("", "_: { x = import ./new.log; }"), "top/.gitignore": "*.log\n" };
    const failure = failureOf({ files, git: ["top"], script: "echo 1 >top/new.log" }, "x");
    expect(failure.hint).toMatch(/ add --intent-to-add --force new\.log$/);
  });

  test("has no advice on what is not there at all", () => {
    const files = { "top/flake.nix": flake("", "_: { x = import ./gone.nix; }") };
    expect(failureOf({ files, git: ["top"] }, "x").hint).toBeUndefined();
  });

  test("writes the word of a shell where a name is odd", () => {
    const files = { "top/flake.nix": flake("", '_: { x = import (./. + "/it\'s.nix"); }') };
    const failure = failureOf({ files, git: ["top"], script: 'echo 1 >"top/it\'s.nix"' }, "x");
    expect(failure.hint).toMatch(/ --intent-to-add 'it'\\''s\.nix'$/);
  });

  test("says which submodule is not checked out", () => {
    const add = "cd top; git -c protocol.file.allow=always submodule --quiet add file://ROOT/m sub; git commit -qm sub";
    const script = `${add}; cd ..; git clone -q top other; rm -rf top; mv other top`;
    const folder = folders.make({
      name: "",
      files: { "top/flake.nix": flake(), "m/x": "1" },
      git: ["top", "m"],
      script,
    });
    const { reply } = ask(folder, "./top?submodules=1#x", {});
    expect(reply).toMatchObject({
      ok: false,
      failure: { text: expect.stringMatching(/^the submodule 'sub' of '.*\/top' is not checked out$/) },
    });
  });
});

test("a flake that no registry knows is out of reach", () => {
  const files = { "top/flake.nix": flake('a.url = "nixpkgs";') };
  expect(failureOf({ files }, "x")).toMatchObject({
    kind: "limit",
    text: "cannot find flake 'flake:nixpkgs' in the flake registries",
    hint: expect.stringContaining("--override-input"),
  });
});

test("an input that would have to be fetched is named by the way to it", () => {
  const files = { "top/flake.nix": flake('a.url = "path:./a";'), "top/a/flake.nix": flake('b.url = "github:o/r";') };
  expect(failureOf({ files }, "x")).toMatchObject({
    kind: "limit",
    text: "the input 'a/b' ('github:o/r') is not locked, and would have to be fetched; evaluation uses no network",
  });
});
