import { expect, test } from "vitest";
import type { FleetHost } from "../../../src/fleet/host.ts";
import { withLockedRelease } from "../../../src/paper/locked-release.ts";
import { repositoryNamed } from "../../../src/paper/repository.ts";
import type { Substitute } from "../../../src/paper/substitute.ts";

const nixpkgs = (input: string, branch: string): Substitute => ({
  input,
  repository: repositoryNamed(`github:NixOS/nixpkgs/${branch}`),
  paper: { name: "nixpkgs", folder: "", narHash: "", release: "24.11", standsFor: [] },
  isFlake: true,
  locked: undefined,
});

const host = (details: object, unknown: object): FleetHost =>
  ({ name: "luna", kind: "nixos", facts: { files: [], details, unknown } }) as unknown as FleetHost;
const unnamed = host({}, { release: "unknown on paper: system.nixos.release", users: "…" });

test("the branch that the input is locked to names the release", () => {
  const found = withLockedRelease(unnamed, [nixpkgs("nixpkgs", "nixos-25.05"), nixpkgs("web/nixpkgs", "nixos-23.11")]);
  expect(found).toEqual(host({ release: "25.05" }, { users: "…" }));
});

test("it stays unknown where nobody names one, or several are named", () => {
  expect(withLockedRelease(unnamed, [nixpkgs("nixpkgs", "nixos-unstable")])).toBe(unnamed);
  expect(withLockedRelease(unnamed, [nixpkgs("a", "nixos-25.05"), nixpkgs("b", "nixos-25.11")])).toBe(unnamed);
});

test("what the host says itself counts", () => {
  const named = host({ release: "24.11" }, {});
  expect(withLockedRelease(named, [nixpkgs("nixpkgs", "nixos-25.05")])).toBe(named);
});
