/** Which modules a host has, where it is not the host's own module system that imports them. */
import { expect, test } from "vitest";
import { hostGraph } from "../../src/cli/graph/host-graph.ts";
import type { Module } from "../../src/fleet/module-graph.ts";
import { repositoryOf } from "../check/sources.ts";

const repository = repositoryOf({
  "flake.nix": "{ outputs = _: { nixosConfigurations.luna = { modules = [ ./luna.nix ]; }; }; }",
  "luna.nix": "{ services.a.b = { imports = [ ./part.nix ]; }; containers.c.config = import ./guest.nix; }",
  "part.nix": "{ lib, ... }: { d = 1; }",
  "guest.nix": "{ lib, ... }: { imports = [ ./part.nix ]; }",
  "home.nix": "{ lib, ... }: { }",
});

function module(file: string, ...imports: readonly number[]): Module {
  return { file, imports, isDisabled: false };
}

const host = { name: "luna", flake: "", attribute: "nixosConfigurations.luna", kind: "nixos" } as const;
const own = { at: [], roots: [0], modules: [module("luna.nix")] };

function graphOf(...lists: readonly { at: readonly string[]; modules: readonly Module[] }[]) {
  const all = [own, ...lists.map((list) => ({ roots: [0], ...list }))];
  const { nodes, edges } = hostGraph([{ host, lists: all, nameOf: (file) => file }], repository, false);
  return { nodes: nodes.map(({ id, kind }) => `${kind} ${id}`), edges: edges.map(({ from, to }) => `${from} > ${to}`) };
}

test("a submodule is no home: what it imports comes from the module that defines it", () => {
  const part = { at: ["services", "a", "b"], modules: [module("luna.nix", 1), module("part.nix")] };
  expect(graphOf(part)).toEqual({
    nodes: ["host luna", "module luna.nix", "module part.nix"],
    edges: ["luna > luna.nix", "luna.nix > part.nix"],
  });
});

test("what no other module leads to is the host's", () => {
  const guest = { at: ["containers", "c", "config"], modules: [module("guest.nix", 1), module("part.nix")] };
  expect(graphOf(guest).edges).toEqual(["luna > luna.nix", "luna > guest.nix", "guest.nix > part.nix"]);
});

test("a home of a system is told as one", () => {
  const home = { at: ["home-manager", "users", "ada"], modules: [module("home.nix")] };
  expect(graphOf(home)).toEqual({
    nodes: ["host luna", "module luna.nix", "home luna home-manager.users.ada", "module home.nix"],
    edges: ["luna > luna.nix", "luna > luna home-manager.users.ada", "luna home-manager.users.ada > home.nix"],
  });
});
