import { expect, test } from "vitest";
import { paperNotice } from "../../../src/paper/notice.ts";
import { paperClassOf } from "../../../src/paper/other-release.ts";
import { repositoryNamed } from "../../../src/paper/repository.ts";
import type { Substitute } from "../../../src/paper/substitute.ts";

const known = (input: string): Substitute => ({
  input,
  repository: repositoryNamed("github:NixOS/nixpkgs/nixos-24.11"),
  paper: { name: "nixpkgs", folder: "", narHash: "", release: "24.11", standsFor: [] },
  isFlake: true,
  locked: undefined,
});
const other = (input: string): Substitute => ({
  ...known(input),
  repository: repositoryNamed("github:NixOS/nixpkgs/nixos-25.05"),
});
const opaque = (input: string): Substitute => ({ ...known(input), paper: undefined });

test("nothing is said where everything is at hand", () => {
  expect(paperNotice([], true)).toBeUndefined();
});

test("what is of another release is less sure", () => {
  expect(paperClassOf([])).toBeUndefined();
  expect(paperClassOf([known("nixpkgs")])).toBe("paper");
  expect(paperClassOf([known("nixpkgs"), other("unstable")])).toBe("heuristic");
});

test.each<[string, readonly Substitute[], boolean]>([
  ["on paper, without nixpkgs", [known("nixpkgs")], true],
  ["on paper, without nixpkgs and home-manager", [known("nixpkgs"), known("home-manager"), known("nixpkgs")], true],
  ["on paper, without nixpkgs and web; nothing is known of web", [known("nixpkgs"), opaque("web")], true],
  ["on paper, because nixpkgs is not on this machine ('nivose fetch' brings it)", [known("nixpkgs")], false],
  [
    "on paper, because nixpkgs and web are not on this machine ('nivose fetch' brings them); nothing is known of web",
    [known("nixpkgs"), opaque("web"), opaque("web/other")],
    false,
  ],
  ["on paper, without a, b, c, d, e and 2 more", ["a", "b", "c", "d", "e", "f", "g"].map(known), true],
  [
    "on paper, without nixpkgs and unstable; paper is of 24.11, and unstable may be of another release",
    [known("nixpkgs"), other("unstable")],
    true,
  ],
  ["on paper, without inputs of inputs", [known("web/nixpkgs")], true],
])("%s", (line, substitutes, isAskedFor) => {
  expect(paperNotice(substitutes, isAskedFor)).toBe(line);
});
