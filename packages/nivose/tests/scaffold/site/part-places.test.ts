/** Where parts of a repository belong that has a convention for them, and what is told where none is found. */

import { expect, test } from "vitest";
import { adders, type PartVerb } from "../../../src/scaffold/add/adders.ts";
import { addPart, type PartAdder, removePart } from "../../../src/scaffold/add/part.ts";
import type { Grown } from "../../../src/scaffold/growth.ts";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { recognise } from "../../../src/scaffold/site/recognise.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

async function added(kind: PartVerb, files: Readonly<Record<string, string>>): Promise<Grown> {
  return addPart(adders[kind] as PartAdder, await recognise(repositoryOf(files)), { name: "zebra" }, templates);
}

async function textsOf(kind: PartVerb, files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const made = growthOf(await added(kind, files)).files;
  return Object.fromEntries([...made].map(([name, file]) => [name, Buffer.from(file!.bytes).toString()]));
}

const snowfall = {
  "flake.nix": `{
  outputs = inputs: inputs.snowfall-lib.mkFlake { inherit inputs; src = ./.; snowfall.namespace = "house"; };
}
`,
  "modules/nixos/archetypes/server/default.nix": `{ config, lib, namespace, ... }:
{
  options.\${namespace}.archetypes.server.enable = lib.mkEnableOption "it";
  config = lib.mkIf config.\${namespace}.archetypes.server.enable { };
}
`,
  "systems/x86_64-linux/luna/default.nix": "{ house.archetypes.server.enable = true; }\n",
};

test("what snowfall-lib reads has an option in the fleet's own set, and goes though others have theirs beside it", async () => {
  const texts = await textsOf("role", snowfall);
  expect(texts["modules/nixos/archetypes/zebra/default.nix"]).toContain("options.house.archetypes.zebra.enable");
  const repository = repositoryOf(snowfall);
  const after = grownRepository(repository, growthOf(await added("role", snowfall)).files);
  const removed = removePart(adders.role as PartAdder, await recognise(after), { name: "zebra" }, templates);
  expect(growthOf(removed).files.size).toBe(1);
});

test("an overlay that snowfall-lib reads is called with what the flake has", async () => {
  expect(await textsOf("overlay", snowfall)).toEqual({
    "overlays/zebra/default.nix": "{ ... }: _final: _prev: { }\n",
  });
});

test("what blueprint reads is a function of what it gives, beside the others", async () => {
  const blueprint = {
    "flake.nix": "{ outputs = inputs: inputs.blueprint { inherit inputs; prefix = ./nix; }; }\n",
    "nix/packages/hello.nix": "{ pkgs }: pkgs.hello\n",
  };
  const made = await textsOf("package", blueprint);
  expect(made["nix/packages/zebra.nix"]).toMatch(/^\{ pkgs, \.\.\. \}:\npkgs\.callPackage \(/u);
  const shell = await textsOf("shell", blueprint);
  expect(shell["nix/devshells/zebra.nix"]).toContain("pkgs.callPackage (");
  expect(Object.keys(await textsOf("template", blueprint))).toEqual(["nix/templates/zebra/flake.nix"]);
  const after = grownRepository(repositoryOf(blueprint), growthOf(await added("package", blueprint)).files);
  const removed = removePart(adders.package as PartAdder, await recognise(after), { name: "zebra" }, templates);
  expect([...growthOf(removed).files.keys()].toSorted()).toEqual(Object.keys(made).toSorted());
});

const dendritic = {
  "flake.nix":
    "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n",
  "modules/bluetooth/default.nix": "{ flake.modules.nixos.bluetooth.hardware.bluetooth.enable = true; }\n",
  "modules/hosts/luna/default.nix":
    "{ config, ... }: { flake.hosts.luna = { inherit (config.flake.modules.nixos) bluetooth; }; }\n",
  "modules/nixpkgs.nix": "{ perSystem = { ... }: { pkgsDirectory = ../pkgs/by-name; }; }\n",
  "pkgs/by-name/hello/package.nix": "{ hello }: hello\n",
};

test("where every file is a module of the flake, a new one is where its siblings are", async () => {
  expect(await textsOf("module", dendritic)).toEqual({
    "modules/zebra/default.nix": "{ flake.modules.nixos.zebra = { }; }\n",
  });
  expect(growthOf(await added("profile", dendritic)).notes).toEqual([
    "Nothing imports zebra yet: those beside it are imported in modules/hosts/luna/default.nix:1.",
  ]);
  expect(Object.keys(await textsOf("package", dendritic))).toContain("pkgs/by-name/zebra/package.nix");
});

test("each in a folder of its own, whose name may say more", async () => {
  const { "modules/bluetooth/default.nix": _, ...others } = dendritic;
  const module = (name: string): string => `{ flake.modules.nixos.${name} = { }; }\n`;
  const texts = await textsOf("module", {
    ...others,
    "modules/services/ssh [N]/ssh.nix": module("ssh"),
    "modules/services/audio [N]/audio.nix": module("audio"),
    "modules/users/ada/ada.nix": module("ada"),
    "modules/users/bea/bea.nix": module("bea"),
    "modules/users/cyd/cyd.nix": module("cyd"),
  });
  expect(texts).toEqual({ "modules/services/zebra [N]/zebra.nix": module("zebra") });
});

test("an aspect of den has a module of a class, and the first module is one of the flake", async () => {
  const flake = dendritic["flake.nix"];
  const den = {
    "flake.nix": flake,
    "modules/services/web.nix": "{ den.aspects.web.nixos.services.nginx.enable = true; }\n",
    "modules/services/ssh.nix": "{ den.aspects.ssh.nixos.services.openssh.enable = true; }\n",
  };
  expect(await textsOf("module", den)).toEqual({
    "modules/services/zebra.nix": "{ den.aspects.zebra.nixos = { }; }\n",
  });
  expect(await textsOf("module", { "flake.nix": flake, "modules/shell.nix": "{ perSystem = { }; }\n" })).toEqual({
    "modules/zebra.nix": "{ flake.nixosModules.zebra = { }; }\n",
  });
});

test("it is not removed while a host has it", async () => {
  const files = {
    ...dendritic,
    "modules/zebra/default.nix": "{ flake.modules.nixos.zebra = { }; }\n",
    "modules/hosts/luna/default.nix":
      "{ config, ... }: { flake.hosts.luna = { inherit (config.flake.modules.nixos) zebra; }; }\n",
  };
  const removed = removePart(
    adders.module as PartAdder,
    await recognise(repositoryOf(files)),
    { name: "zebra" },
    templates,
  );
  expect(removed).toMatchObject({ ok: false, problems: [{ message: { code: "part-used" } }] });
});

test("the first package is made as the other outputs are, for all systems", async () => {
  const flake = `{
  inputs.nixpkgs.url = "nixpkgs";
  outputs =
    { nixpkgs, flake-utils, ... }:
    let
      systems = [ "x86_64-linux" ];
    in
    {
      formatter = eachSystemMap systems (system: nixpkgs.legacyPackages.\${system}.nixfmt);
    };
}
`;
  const texts = await textsOf("package", { "flake.nix": flake });
  expect(texts["flake.nix"]).toContain("packages = eachSystemMap systems (system: {");
  expect(texts["flake.nix"]).toContain("nixpkgs.legacyPackages.${system}.callPackage ./pkgs/zebra/package.nix { }");
});

test("what a library makes of each system is no set of outputs", async () => {
  const flake = "{ outputs = { self, flake-utils }: flake-utils.lib.eachDefaultSystem (system: { apps = { }; }); }\n";
  expect(await added("overlay", { "flake.nix": flake })).toMatchObject({
    ok: false,
    problems: [
      { message: { code: "site-no-place", text: expect.stringContaining("flake.nix:1 has no set of outputs") } },
    ],
  });
});

test("the packages of a home are no output", async () => {
  const texts = await textsOf("package", {
    "flake.nix":
      "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } {\n" +
      "  perSystem = { pkgs, ... }: {\n    devShells.default = pkgs.mkShell { };\n  };\n}; }\n",
    "home.nix":
      "{ pkgs, flake, ... }: { home.packages = with pkgs; [ hello ]; home = { packages = with pkgs; [ hello ]; }; }\n",
  });
  expect(texts["flake.nix"]).toContain("packages.zebra = pkgs.callPackage ./pkgs/zebra/package.nix { };");
});

test("where packages are computed, the line is told", async () => {
  const flake =
    '{\n  outputs = { nixpkgs, ... }: {\n    packages = nixpkgs.lib.genAttrs [ "x86_64-linux" ] (import ./x.nix).packages;\n  };\n}\n';
  const grown = await added("package", { "flake.nix": flake });
  expect(grown.ok ? "" : grown.problems[0]!.message.text).toContain("flake.nix:3 says 'packages'");
});
