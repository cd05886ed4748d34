/** Paper knows the release of what it stands for by branches, and by revisions that it knows. */

import { expect, test } from "vitest";
import pins from "../../../../../data/pins.json" with { type: "json" };
import { isListedRelease, isOfOtherRelease } from "../../../src/paper/other-release.ts";
import { releaseOf } from "../../../src/paper/release.ts";
import { repositoryNamed } from "../../../src/paper/repository.ts";
import type { PaperFlake } from "../../../src/paper/shelf.ts";
import type { Substitute } from "../../../src/paper/substitute.ts";

const flake = (name: string): PaperFlake => ({
  name,
  folder: "",
  narHash: "",
  standsFor: [],
  ...(["disko", "sops-nix"].includes(name) ? {} : { release: "24.11" }),
});

function substitute(url: string, paper: string | undefined, rev?: string): Substitute {
  return {
    input: "input",
    repository: repositoryNamed(url),
    paper: paper === undefined ? undefined : flake(paper),
    isFlake: true,
    locked: rev === undefined ? undefined : { rev },
  };
}

test.each<[string, string | undefined]>([
  ["github:NixOS/nixpkgs/nixos-24.11", "24.11"],
  ["github:NixOS/nixpkgs/nixpkgs-24.11-darwin", "24.11"],
  ["github:NixOS/nixpkgs/nixos-24.11-small", "24.11"],
  ["github:nix-community/home-manager/release-26.05", "26.05"],
  ["https://channels.nixos.org/nixos-25.05/nixexprs.tar.xz", "25.05"],
  ["github:NixOS/nixpkgs/nixos-unstable", undefined],
  ["github:NixOS/nixpkgs", undefined],
])("%s", (url, release) => {
  expect(releaseOf(substitute(url, "nixpkgs"))).toBe(release);
});

test("a revision that is known, whatever the branch is called", () => {
  const { rev } = pins["24.11"]["nixpkgs"];
  expect(releaseOf(substitute("github:NixOS/nixpkgs", "nixpkgs", rev))).toBe("24.11");
});

test("only what has branches for releases is of one", () => {
  expect(isOfOtherRelease(substitute("github:NixOS/nixpkgs/nixos-24.11", "nixpkgs"))).toBe(false);
  expect(isOfOtherRelease(substitute("github:NixOS/nixpkgs/nixos-25.05", "nixpkgs"))).toBe(true);
  expect(isOfOtherRelease(substitute("github:NixOS/nixpkgs", "nixpkgs"))).toBe(true);
  expect(isOfOtherRelease(substitute("github:nix-community/disko", "disko"))).toBe(false);
  expect(isOfOtherRelease(substitute("github:ada/fleet", undefined))).toBe(false);
});

test("what declares options decides how far an error can be relied on", () => {
  const listed = substitute("github:NixOS/nixpkgs/nixos-24.11", "nixpkgs");
  const other = substitute("github:NixOS/nixpkgs/nixos-25.05", "nixpkgs");
  const home = substitute("github:nix-community/home-manager", "home-manager");
  expect(isListedRelease([listed])).toBe(true);
  expect(isListedRelease([])).toBe(true);
  expect(isListedRelease([listed, other])).toBe(false);
  expect(isListedRelease([listed, home])).toBe(false);
  const lib = substitute("github:nix-community/nixpkgs.lib", "nixpkgs-lib");
  expect(isListedRelease([listed, lib])).toBe(true);
});

test("the nixpkgs that a flake on paper takes for itself decides nothing", () => {
  const listed = substitute("github:NixOS/nixpkgs/nixos-24.11", "nixpkgs");
  const disko = { ...substitute("github:nix-community/disko", "disko"), input: "disko" };
  const own = { ...substitute("github:NixOS/nixpkgs", "nixpkgs"), input: "disko/nixpkgs" };
  expect(isListedRelease([listed, disko, own])).toBe(true);
  expect(isListedRelease([listed, own])).toBe(false);
});
