import { expect, test } from "vitest";
import { importersOf, type Module, type ModuleGraph, type ModuleList } from "../../src/fleet/module-graph.ts";

const module = (file: string, imports: readonly number[] = [], more: Partial<Module> = {}): Module => ({
  file,
  imports,
  isDisabled: false,
  ...more,
});
const host: ModuleList = {
  at: [],
  roots: [0, 1],
  modules: [
    module("/top.nix", [2], { key: ":anon-1" }),
    module("/a.nix", [3]),
    module("/top.nix", [4, 5], { key: ":anon-1:anon-1" }),
    module("/b.nix", [4]),
    module("/c.nix"),
    module("/off.nix", [6], { isDisabled: true }),
    module("/beyond.nix"),
  ],
};
const home: ModuleList = {
  at: ["home-manager", "users", "ada"],
  roots: [0],
  modules: [module("/c.nix", [1], { key: ":anon-1" }), module("/home.nix")],
};
const graph: ModuleGraph = { lists: [host, home] };

test.each<[string, readonly string[] | undefined]>([
  ["/a.nix", []],
  ["/b.nix", ["/a.nix"]],
  ["/c.nix", ["/top.nix"]],
  ["/home.nix", ["/c.nix", "/top.nix"]],
  ["/off.nix", undefined],
  ["/beyond.nix", undefined],
  ["/other.nix", undefined],
])("%s comes in by the shortest way", (file, expected) => {
  expect(importersOf(graph, file)).toEqual(expected);
});
