/** A module that a flake hands out is made like those beside it, and it is said that nothing imports it. */

import { expect, test } from "vitest";
import { adders } from "../../../src/scaffold/add/adders.ts";
import { addPart } from "../../../src/scaffold/add/part.ts";
import { recogniseLayout } from "../../../src/scaffold/site/parts/part-places.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { repositoryOf } from "../repository-of.ts";
import { presetsFolder } from "../sound-repository.ts";
import { growthOf } from "../site/sites.ts";

const templates = templatesOf(presetsFolder, "shared");

const plain = {
  "flake.nix": "{ outputs = { self, ... }: { nixosModules = import ./modules/nixos; }; }\n",
  "modules/nixos/default.nix": "{\n  base = ./base.nix;\n  tailnet = ./tailnet.nix;\n}\n",
  "modules/nixos/base.nix": "{ }\n",
  "modules/nixos/tailnet.nix": '{ lib, ... }: { options.my.tailnet.enable = lib.mkEnableOption "the tailnet"; }\n',
};

function added(files: Readonly<Record<string, string>>): readonly [string, readonly string[]] {
  const repository = repositoryOf(Object.entries({ ...plain, ...files }).map(([path, text]) => ({ path, text })));
  const site = { repository, own: undefined, layout: recogniseLayout(repository), namespace: undefined };
  const { files: made, notes } = growthOf(addPart(adders.module, site, { name: "printing" }, templates));
  return [Buffer.from(made.get("modules/nixos/printing.nix")!.bytes).toString(), notes];
}

test("an option is below the name that its siblings have theirs below", () => {
  expect(added({})[0]).toContain("options.my.printing.enable");
});

test("an option of NixOS is never declared a second time", () => {
  const [text] = added({
    "modules/nixos/tailnet.nix": '{ lib, ... }: { options.services.tailnet.enable = lib.mkEnableOption "it"; }\n',
  });
  expect(text).not.toContain("options");
});

test("that nothing imports it is said, with the places that import the others", () => {
  expect(added({})[1]).toEqual(["Nothing imports printing yet."]);
  const lib = "{ self }: { modules = [\n  self.nixosModules.base\n  self.nixosModules.tailnet\n]; }\n";
  expect(added({ "lib.nix": lib })[1]).toEqual([
    "Nothing imports printing yet: those beside it are imported in lib.nix:2, lib.nix:3.",
  ]);
  const all = "{ self }: { modules = builtins.attrValues self.nixosModules; }\n";
  expect(added({ "lib.nix": all })[1]).toEqual([]);
});
