import { expect, test } from "vitest";
import { modulesText, ownersOf } from "../../../src/schema/data/owners.ts";

test("a file owns the sets that it alone declares, and of the others its options", () => {
  const owners = ownersOf({
    services: {
      a: { enable: ["bool", { declared: ["a.nix"] }], "b.c": ["str", { declared: ["a.nix"] }] },
      both: {
        old: ["raw", { declared: ["a.nix"] }],
        new: ["str", { declared: ["b.nix"] }],
        shared: ["str", { declared: ["a.nix", "b.nix"] }],
      },
    },
    found: ["str"],
  });
  expect(Object.fromEntries([...owners].filter(([file]) => file.endsWith(".nix")))).toEqual({
    "a.nix": [
      ["services", "a"],
      ["services", "both", "old"],
    ],
    "b.nix": [["services", "both", "new"]],
  });
});

test("modules that are in no system by themselves own nothing that could go", () => {
  const owners = new Map([["a.nix", [["x.y", "z"], ["w"]]]]);
  expect(JSON.parse(modulesText(["b.nix", "c.nix", "a.nix"], ["c.nix"], owners))).toEqual({
    "a.nix": [["x.y", "z"], "w"],
    "b.nix": null,
    "c.nix": [],
  });
});

test("what a file alone imports goes with it", () => {
  const owners = new Map(["b", "c", "d"].map((name) => [`${name}.nix`, [[name]]]));
  const imports = { "a.nix": ["b.nix", "c.nix", "d.nix"], "b.nix": ["c.nix"] };
  expect(JSON.parse(modulesText([], ["a.nix", "d.nix"], owners, imports))).toEqual({
    "a.nix": ["b"],
    "b.nix": ["b"],
    "c.nix": ["c"],
    "d.nix": ["d"],
  });
});
