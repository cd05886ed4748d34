/** Modules that something still refers to, and modules that somebody has worked on: they are not taken away. */

import { expect, test } from "vitest";
import { adders } from "../../../src/scaffold/add/adders.ts";
import { removePart } from "../../../src/scaffold/add/part.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import { recogniseLayout } from "../../../src/scaffold/site/parts/part-places.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { repositoryOf } from "../repository-of.ts";
import { presetsFolder } from "../sound-repository.ts";

const templates = templatesOf(presetsFolder, "shared");

const module = `{ config, lib, ... }:
{
  options.my.tailnet.enable = lib.mkEnableOption "the tailnet";
  config = lib.mkIf config.my.tailnet.enable { services.tailscale.enable = true; };
}
`;

const plain = {
  "flake.nix": "{ outputs = { self, ... }: { nixosModules = import ./modules/nixos; }; }\n",
  "modules/nixos/default.nix": "{\n  base = ./base.nix;\n  tailnet = ./tailnet.nix;\n}\n",
  "modules/nixos/base.nix": "{ }\n",
  "modules/nixos/tailnet.nix": module,
};

function removed(files: Readonly<Record<string, string>>, evenIfChanged = false): Grown {
  const repository = repositoryOf(Object.entries({ ...plain, ...files }).map(([path, text]) => ({ path, text })));
  const site = { repository, own: undefined, layout: recogniseLayout(repository), namespace: undefined };
  return removePart(adders.module, site, { name: "tailnet" }, templates, { evenIfChanged });
}

const told = (grown: Grown): readonly string[] =>
  grown.ok ? [...grown.growth.files.keys()] : grown.problems.map(({ message: { code, text } }) => `${code}: ${text}`);

test("a module goes that nothing refers to, and what somebody wrote only if that is said", () => {
  expect(told(removed({}, true))).toEqual(["modules/nixos/tailnet.nix", "modules/nixos/default.nix"]);
  expect(told(removed({ "modules/nixos/tailnet.nix": "{ }\n" }))).toHaveLength(2);
  expect(told(removed({}))).toEqual([
    "part-changed: modules/nixos/tailnet.nix is not as 'nivose add module tailnet' would write it, and would be deleted",
  ]);
});

test.each(["flake", "package"])("a module called %s is a file beside the others, which stay", (name) => {
  const files = {
    "flake.nix": plain["flake.nix"],
    "modules/nixos/default.nix": `{\n  base = ./base.nix;\n  ${name} = ./${name}.nix;\n}\n`,
    "modules/nixos/base.nix": "{ options.my.base.enable = true; }\n",
    [`modules/nixos/${name}.nix`]: module,
    "hosts/a.nix": "{ my.base.enable = true; }\n",
  };
  const repository = repositoryOf(Object.entries(files).map(([path, text]) => ({ path, text })));
  const site = { repository, own: undefined, layout: recogniseLayout(repository), namespace: undefined };
  expect(told(removePart(adders.module, site, { name }, templates, { evenIfChanged: true }))).toEqual([
    `modules/nixos/${name}.nix`,
    "modules/nixos/default.nix",
  ]);
});

test.each([
  ["an output of the flake", "{ inputs, ... }: { imports = [ inputs.self.nixosModules.tailnet ]; }"],
  ["an output, inherited", "{ self }: { inherit (self.nixosModules) base tailnet; }"],
  ["an output, by with", "{ self, ... }: { imports = with self.nixosModules; [ base tailnet ]; }"],
  ["an option that only it declares", "{ my.tailnet.enable = true; }"],
  ["such an option in a set", "{ my = { tailnet = { enable = true; }; }; }"],
  ["such an option, asked for", "{ config, ... }: { services.x.enable = config.my.tailnet.enable; }"],
  ["its file", "{ imports = [ ../modules/nixos/tailnet.nix ]; }"],
])("a module is used by %s", (_, text) => {
  expect(told(removed({ "hosts/a.nix": `${text}\n` }, true))).toEqual([
    "part-used: the module 'tailnet' is still used: hosts/a.nix:1",
  ]);
});

test.each([
  ["a module of another flake", "{ inputs, ... }: { imports = [ inputs.other.nixosModules.tailnet ]; }"],
  ["an option that others declare, too", "{ options.my.tailnet.enable = 1; config.my.tailnet.enable = true; }"],
  ["a word", '{ description = "tailnet"; }'],
])("a module is not used by %s", (_, text) => {
  expect(told(removed({ "hosts/a.nix": `${text}\n` }, true))).toHaveLength(2);
});

test.each([
  [
    "replaces",
    'disabledModules = [ "services/hardware/kanata.nix" ]; options.services.kanata.enable',
    "services.kanata.enable = true;",
  ],
  ["adds to", "options.users.users", "users.users.ada.isNormalUser = true;"],
])("a module goes that %s an option which NixOS has", (_, declared, used) => {
  const own = `{ lib, ... }: { ${declared} = lib.mkOption { }; }\n`;
  const files = { "modules/nixos/tailnet.nix": own, "hosts/a.nix": `{ ${used} }\n` };
  expect(told(removed(files, true))).toHaveLength(2);
});

test("a module stays that has an option of its own among those of NixOS", () => {
  const own = "{ lib, ... }: { options.services.kanata.layers = lib.mkOption { }; }\n";
  const files = { "modules/nixos/tailnet.nix": own, "hosts/a.nix": "{ services.kanata.layers = 3; }\n" };
  expect(told(removed(files, true))).toEqual(["part-used: the module 'tailnet' is still used: hosts/a.nix:1"]);
});
