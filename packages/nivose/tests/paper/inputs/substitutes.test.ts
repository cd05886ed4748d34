/** Which inputs are taken from paper, and by which paths they are overridden. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import type { LockFile, LockFileNode } from "../../../src/fleet/inputs/lock-file.ts";
import { openShelf } from "../../../src/paper/shelf.ts";
import { type FlakeToRead, substitutesOf } from "../../../src/paper/substitutes.ts";

const top = mkdtempSync(path.join(tmpdir(), "nivose-shelf-"));
afterAll(() => rmSync(top, { recursive: true, force: true }));

interface Shelved {
  readonly standsFor: string[];
  readonly release?: string;
  readonly flake: string;
}

function shelve(flakes: Record<string, Shelved>): void {
  const contents = Object.entries(flakes).map(([name, { standsFor, release, flake }]) => {
    mkdirSync(path.join(top, name));
    writeFileSync(path.join(top, name, "flake.nix"), flake);
    return [name, { "stands for": standsFor, release, narHash: "sha256-x" }];
  });
  writeFileSync(path.join(top, "contents.json"), JSON.stringify(Object.fromEntries(contents)));
}

shelve({
  nixpkgs: { standsFor: ["github:NixOS/nixpkgs"], flake: "{ outputs = _: { }; }" },
  "nixpkgs-lib": { standsFor: ["github:nix-community/nixpkgs.lib"], flake: "{ outputs = _: { }; }" },
  "home-manager": {
    release: "24.11",
    standsFor: ["github:nix-community/home-manager"],
    flake: `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = _: { }; }`,
  },
  "home-manager-26.05": {
    release: "26.05",
    standsFor: ["github:nix-community/home-manager"],
    flake: `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = _: { }; }`,
  },
  "flake-parts": {
    standsFor: ["github:hercules-ci/flake-parts"],
    flake: `{ inputs.nixpkgs-lib.url = "github:nix-community/nixpkgs.lib"; outputs = _: { }; }`,
  },
  opaque: { standsFor: [], flake: "{ outputs = _: { }; }" },
});
const shelf = openShelf(top);

function taken(
  flake: string,
  nodes: Record<string, LockFileNode> = {},
  isWanted: FlakeToRead["isWanted"] = () => true,
) {
  const lock: LockFile = Object.keys(nodes).length === 0 ? {} : { root: "root", nodes };
  const found = substitutesOf({ flake: Buffer.from(flake), lock, shelf, isWanted });
  return Object.fromEntries(
    found.map(({ input, paper, isFlake }) => [input, `${paper?.name ?? "opaque"}${isFlake ? "" : ", no flake"}`]),
  );
}

const github = (owner: string, repo: string): LockFileNode => ({
  locked: { type: "github", owner, repo, rev: "0" },
  original: { type: "github", owner, repo },
});

test("an input that is not locked", () => {
  expect(taken(`{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; }`)).toEqual({ nixpkgs: "nixpkgs" });
});

test("an input that stands in the lock file alone", () => {
  const nodes = { root: { inputs: { nixpkgs: "nixpkgs_2" } }, nixpkgs_2: github("NixOS", "nixpkgs") };
  expect(taken("{ }", nodes)).toEqual({ nixpkgs: "nixpkgs" });
});

test("what is not wanted keeps its own inputs in view", () => {
  const nodes = {
    root: { inputs: { web: "web" } },
    web: { ...github("ada", "web"), inputs: { nixpkgs: "nixpkgs" } },
    nixpkgs: github("NixOS", "nixpkgs"),
  };
  const isWanted: FlakeToRead["isWanted"] = (input) => input !== "web";
  expect(taken(`{ inputs.web.url = "github:ada/web"; }`, nodes, isWanted)).toEqual({ "web/nixpkgs": "nixpkgs" });
});

test("who follows an input of something that no longer has it gets what that was", () => {
  const nodes = {
    root: { inputs: { web: "web", nixpkgs: ["web", "nixpkgs"], lib: ["web", "parts", "nixpkgs-lib"], home: "home" } },
    web: { ...github("ada", "web"), inputs: { nixpkgs: "nixpkgs", parts: "parts" } },
    home: { ...github("nix-community", "home-manager"), inputs: { nixpkgs: ["nixpkgs"] } },
    parts: { ...github("hercules-ci", "flake-parts"), inputs: { "nixpkgs-lib": "nixpkgs-lib" } },
    nixpkgs: github("NixOS", "nixpkgs"),
    "nixpkgs-lib": github("nix-community", "nixpkgs.lib"),
  };
  const flake = `{
    inputs.web.url = "github:ada/web";
    inputs.nixpkgs.follows = "web/nixpkgs";
    inputs.home.url = "github:nix-community/home-manager";
    inputs.home.inputs.nixpkgs.follows = "nixpkgs";
  }`;
  expect(taken(flake, nodes)).toEqual({ web: "opaque", home: "home-manager", nixpkgs: "nixpkgs", lib: "nixpkgs-lib" });
});

test("an opaque input has no inputs", () => {
  const nodes = {
    root: { inputs: { web: "web" } },
    web: { ...github("ada", "web"), inputs: { nixpkgs: "nixpkgs" } },
    nixpkgs: github("NixOS", "nixpkgs"),
  };
  expect(taken(`{ inputs.web.url = "github:ada/web"; }`, nodes)).toEqual({ web: "opaque" });
});

test("what follows others is not overridden", () => {
  const flake = `{
    inputs.nixpkgs.url = "github:NixOS/nixpkgs";
    inputs.unstable.follows = "nixpkgs";
    inputs.home-manager = { url = "github:nix-community/home-manager"; inputs.nixpkgs.follows = "nixpkgs"; };
  }`;
  expect(taken(flake)).toEqual({ nixpkgs: "nixpkgs", "home-manager": "home-manager" });
  const nodes = {
    root: { inputs: { a: "a", b: ["a"] } },
    a: github("NixOS", "nixpkgs"),
  } satisfies Record<string, LockFileNode>;
  expect(taken("{ }", nodes)).toEqual({ a: "nixpkgs" });
});

test("inputs of paper are taken from paper, too, and as their file says", () => {
  const nodes = {
    root: { inputs: { "home-manager": "home-manager" } },
    "home-manager": { ...github("nix-community", "home-manager"), inputs: { nixpkgs: "nixpkgs", other: "other" } },
    nixpkgs: github("NixOS", "nixpkgs"),
    other: github("ada", "other"),
  };
  // of what is taken from paper, nothing is asked again
  const isWanted: FlakeToRead["isWanted"] = (input) => input === "home-manager";
  expect(taken("{ }", nodes, isWanted)).toEqual({ "home-manager": "home-manager", "home-manager/nixpkgs": "nixpkgs" });
});

test("an input of an input that is given another place", () => {
  const flake = `{
    inputs.home-manager.url = "github:nix-community/home-manager";
    inputs.home-manager.inputs.nixpkgs.url = "github:ada/packages";
  }`;
  expect(taken(flake)).toEqual({ "home-manager": "home-manager", "home-manager/nixpkgs": "opaque" });
});

test("a place that was changed in the file counts more than the lock", () => {
  const nodes = { root: { inputs: { a: "a" } }, a: github("ada", "a") };
  expect(taken(`{ inputs.a.url = "github:NixOS/nixpkgs"; }`, nodes)).toEqual({ a: "nixpkgs" });
});

test("folders of this machine are kept, and their inputs looked at", () => {
  const nodes: Record<string, LockFileNode> = {
    root: { inputs: { sub: "sub" } },
    sub: {
      locked: { type: "path", path: "./sub" },
      original: { type: "path", path: "./sub" },
      inputs: { nixpkgs: "n" },
    },
    n: github("NixOS", "nixpkgs"),
  };
  expect(taken(`{ inputs.sub.url = "path:./sub"; }`, nodes)).toEqual({ "sub/nixpkgs": "nixpkgs" });
});

test("what is no flake", () => {
  expect(taken(`{ inputs.a = { url = "github:ada/a"; flake = false; }; }`)).toEqual({ a: "opaque, no flake" });
  const nodes = { root: { inputs: { a: "a" } }, a: { ...github("NixOS", "nixpkgs"), flake: false } };
  expect(taken("{ }", nodes)).toEqual({ a: "nixpkgs, no flake" });
});

test("the lib of nixpkgs, in a folder or in a repository of its own", () => {
  expect(taken(`{ inputs.lib.url = "github:NixOS/nixpkgs?dir=lib"; }`)).toEqual({ lib: "nixpkgs-lib" });
  expect(taken(`{ inputs.lib.url = "github:nix-community/nixpkgs.lib"; }`)).toEqual({ lib: "nixpkgs-lib" });
  const parts = `{ inputs.flake-parts.url = "github:hercules-ci/flake-parts"; }`;
  expect(taken(parts)).toEqual({ "flake-parts": "flake-parts", "flake-parts/nixpkgs-lib": "nixpkgs-lib" });
});

test("a fork that kept the name", () => {
  expect(taken(`{ inputs.a.url = "github:ada/nixpkgs"; }`)).toEqual({ a: "nixpkgs" });
});

test("of several releases the one that the input is of, or else the first", () => {
  const home = (branch: string): unknown =>
    taken(`{ inputs.a.url = "github:nix-community/home-manager${branch}"; }`, {}, (input) => input === "a");
  expect(home("/release-26.05")).toEqual({ a: "home-manager-26.05", "a/nixpkgs": "nixpkgs" });
  expect(home("/release-24.11")).toEqual({ a: "home-manager", "a/nixpkgs": "nixpkgs" });
  expect(home("/release-25.05")).toEqual({ a: "home-manager", "a/nixpkgs": "nixpkgs" });
  expect(home("")).toEqual({ a: "home-manager", "a/nixpkgs": "nixpkgs" });
});

test("inputs in a circle have an end", () => {
  const nodes = {
    root: { inputs: { a: "a" } },
    a: { ...github("ada", "a"), inputs: { b: "b" } },
    b: { ...github("ada", "b"), inputs: { a: "a" } },
  };
  const isWanted = (): boolean => false;
  expect(taken("{ }", nodes, isWanted)).toEqual({});
});

test("a lock that names what it does not have", () => {
  const nodes = { root: { inputs: { a: "a", b: ["c", "d"] } } } satisfies Record<string, LockFileNode>;
  expect(taken(`{ inputs.a.url = "github:NixOS/nixpkgs"; }`, nodes)).toEqual({ a: "nixpkgs" });
});
