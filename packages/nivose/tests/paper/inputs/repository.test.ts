/** The same repository is known by every way of writing where it is. */

import { expect, test } from "vitest";
import { isRepository, repositoryNamed, repositoryOf } from "../../../src/paper/repository.ts";

const nixpkgs = { owner: "nixos", name: "nixpkgs" };

test.each<[string, object]>([
  ["github:NixOS/nixpkgs", nixpkgs],
  ["github:/NixOS/nixpkgs", nixpkgs],
  ["github:NixOS/nixpkgs/nixos-24.11", { ...nixpkgs, branch: "nixos-24.11" }],
  ["github:NixOS/nixpkgs/release/24.11", { ...nixpkgs, branch: "release/24.11" }],
  ["github:NixOS/nixpkgs?ref=nixos-24.11&dir=lib", { ...nixpkgs, branch: "nixos-24.11", folder: "lib" }],
  ["github:NixOS/nixpkgs/nixos-24.11?dir=lib", { ...nixpkgs, branch: "nixos-24.11", folder: "lib" }],
  ["gitlab:ada/fleet", { owner: "ada", name: "fleet" }],
  ["sourcehut:~ada/fleet", { owner: "~ada", name: "fleet" }],
  ["git+https://github.com/NixOS/nixpkgs", nixpkgs],
  ["git+https://github.com/NixOS/nixpkgs.git?ref=nixos-24.11&shallow=1", { ...nixpkgs, branch: "nixos-24.11" }],
  ["git+ssh://git@github.com/NixOS/nixpkgs", nixpkgs],
  ["git+ssh://git@github.com:NixOS/nixpkgs.git", nixpkgs],
  ["https://github.com/NixOS/nixpkgs/archive/nixos-24.11.tar.gz", { ...nixpkgs, branch: "nixos-24.11" }],
  ["tarball+https://github.com/NixOS/nixpkgs/archive/refs/heads/master.zip", { ...nixpkgs, branch: "master" }],
  ["https://channels.nixos.org/nixos-24.11/nixexprs.tar.xz", { ...nixpkgs, branch: "nixos-24.11" }],
  ["https://nixos.org/channels/nixpkgs-unstable/nixexprs.tar.xz", { ...nixpkgs, branch: "nixpkgs-unstable" }],
  [
    "https://releases.nixos.org/nixos/24.11/nixos-24.11.123.abc/nixexprs.tar.xz",
    { ...nixpkgs, branch: "nixos-24.11.123.abc" },
  ],
  ["https://flakehub.com/f/NixOS/nixpkgs/0.2411.*", { ...nixpkgs, branch: "0.2411.*" }],
  ["https://flakehub.com/f/NixOS/nixpkgs/0.2411.*.tar.gz", { ...nixpkgs, branch: "0.2411.*" }],
  ["https://api.flakehub.com/f/pinned/NixOS/nixpkgs/0.2411.7/0193/source.tar.gz", { ...nixpkgs, branch: "0.2411.7" }],
  ["nixpkgs", { owner: undefined, name: "nixpkgs" }],
  ["nixpkgs/nixos-24.11", { owner: undefined, name: "nixpkgs", branch: "nixos-24.11" }],
  ["flake:nixpkgs/nixos-24.11", { owner: undefined, name: "nixpkgs", branch: "nixos-24.11" }],
])("%s", (url, repository) => {
  expect(repositoryOf({ url })).toEqual(repository);
});

test.each([
  ".",
  "./flakes/web",
  "../web",
  "/home/ada/fleet",
  "path:/home/ada/fleet",
  "path:./web",
  "git+file:///fleet",
])("%s is a folder of this machine", (url) => {
  expect(repositoryOf({ url })).toBeUndefined();
});

test.each<[string, object, object]>([
  [
    "a forge",
    { type: "github", owner: "NixOS", repo: "nixpkgs", ref: "nixos-24.11" },
    { ...nixpkgs, branch: "nixos-24.11" },
  ],
  [
    "a folder of a forge",
    { type: "github", owner: "NixOS", repo: "nixpkgs", dir: "lib" },
    { ...nixpkgs, folder: "lib" },
  ],
  [
    "a name",
    { type: "indirect", id: "nixpkgs", ref: "nixos-24.11" },
    { owner: undefined, name: "nixpkgs", branch: "nixos-24.11" },
  ],
  [
    "a Git repository",
    { type: "git", url: "https://github.com/NixOS/nixpkgs", ref: "master" },
    { ...nixpkgs, branch: "master" },
  ],
  [
    "a tarball",
    { type: "tarball", url: "https://github.com/NixOS/nixpkgs/archive/abc.tar.gz" },
    { ...nixpkgs, branch: "abc" },
  ],
])("%s as lock files have it", (_, attributes, repository) => {
  expect(repositoryOf(attributes as Record<string, unknown>)).toEqual(repository);
});

test("a folder as lock files have it", () => {
  expect(repositoryOf({ type: "path", path: "./web", parent: [] })).toBeUndefined();
  expect(repositoryOf({})).toBeUndefined();
});

test("a name without an owner is whatever has the name", () => {
  const real = repositoryNamed("github:NixOS/nixpkgs");
  expect(isRepository(repositoryNamed("nixpkgs"), real)).toBe(true);
  expect(isRepository(repositoryNamed("github:ada/nixpkgs"), real)).toBe(false);
  expect(isRepository(repositoryNamed("nix-darwin"), real)).toBe(false);
});
