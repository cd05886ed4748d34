import { expect, test } from "vitest";
import { inputsOf } from "../../src/fleet/inputs/inputs.ts";
import { flakeWithin } from "../../src/fleet/inputs/same-repository.ts";

const place = { root: "/fleet", remotes: ["git@github.com:me/Fleet.git"] };
const flakes = ["", "site", "modules", "deep/er"];

test.each<[string, Record<string, unknown>, string | undefined]>([
  ["a relative path", { type: "path", path: "../modules" }, "modules"],
  ["a relative path as a URL", { url: "path:../modules" }, "modules"],
  ["a relative path without a scheme", { url: "../deep/er" }, "deep/er"],
  ["an absolute path", { type: "path", path: "/fleet/modules" }, "modules"],
  ["the top", { url: "path:.." }, ""],
  ["a repository on this machine", { url: "git+file:///fleet?dir=modules" }, "modules"],
  ["a repository on this machine, from a lock file", { type: "git", url: "file:///fleet", dir: "modules" }, "modules"],
  ["a forge", { url: "github:me/fleet?dir=modules" }, "modules"],
  ["a forge, from a lock file", { type: "github", owner: "me", repo: "fleet", dir: "modules" }, "modules"],
  ["a forge with a branch", { url: "github:me/fleet/main?dir=modules" }, "modules"],
  ["a remote by SSH", { url: "git+ssh://git@github.com/me/fleet?dir=modules" }, "modules"],
  ["a folder that holds no flake", { url: "path:../nothing" }, undefined],
  ["the flake itself", { url: "path:." }, undefined],
  ["a folder outside", { url: "path:../../other" }, undefined],
  ["another repository", { url: "github:me/other?dir=modules" }, undefined],
  ["a name of a registry", { type: "indirect", id: "nixpkgs" }, undefined],
])("leads to a flake of the repository: %s", (_, reference, expected) => {
  expect(flakeWithin(reference, "site", place, flakes)).toBe(expected);
});

const flake = Buffer.from(`{
  inputs = {
    nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
    modules = { url = "path:../modules"; inputs.nixpkgs.follows = "nixpkgs"; };
    same.follows = "nixpkgs";
  };
  outputs = _: { };
}`);

test("inputs without a lock file are those that the flake declares", () => {
  expect(inputsOf({ folder: "site", flake, lock: undefined }, place, flakes)).toEqual([
    { name: "modules", from: "path:../modules", flake: "modules" },
    { name: "nixpkgs", from: "github:NixOS/nixpkgs/nixos-24.11" },
    { name: "same" },
  ]);
});

test("a lock file tells revisions and dates, also of inputs that follow others", () => {
  const lock = {
    nodes: {
      nixpkgs: {
        locked: { type: "github", owner: "NixOS", repo: "nixpkgs", rev: "abc", lastModified: 1_700_000_000 },
        original: { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-24.11" },
      },
      modules: { locked: { type: "path", path: "../modules" }, original: { type: "path", path: "../modules" } },
      root: { inputs: { nixpkgs: "nixpkgs", modules: "modules", same: ["nixpkgs"] } },
    },
    root: "root",
    version: 7,
  };
  const read = inputsOf({ folder: "site", flake, lock: Buffer.from(JSON.stringify(lock)) }, place, flakes);
  const locked = { from: "github:NixOS/nixpkgs/nixos-24.11", revision: "abc", lastModified: 1_700_000_000 };
  expect(read).toEqual([
    { name: "modules", from: "path:../modules", flake: "modules" },
    { name: "nixpkgs", ...locked },
    { name: "same", ...locked },
  ]);
});

test("a lock file that is damaged, or leads in a circle, is as good as none", () => {
  const circle = { nodes: { root: { inputs: { a: ["b"], b: ["a"] } } }, root: "root" };
  for (const lock of ["{", "null", "[]", JSON.stringify(circle)])
    expect(() => inputsOf({ folder: "site", flake, lock: Buffer.from(lock) }, place, flakes)).not.toThrow();
});
