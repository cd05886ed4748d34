/** Hosts that take modules by their names, from the set that `with` opens: that of the new host is its own. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import type { HostKind } from "../../../src/scaffold/spec/fleet-spec.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const host = (name: string): string => `{ config, inputs, ... }:
let
  host = {
    name = "Station-${name}";
    user.name = "ada";
  };
in
{
  flake.nixosConfigurations.${name} = inputs.nixpkgs.lib.nixosSystem {
    modules = with config.flake.modules.nixos; [
      base
      ${name}
    ];
  };

  flake.modules.nixos.${name} =
    { pkgs, ... }:
    {
      inherit host;
      system.stateVersion = "24.11";
      environment.systemPackages = with pkgs; [ ${name} ];
    };
}
`;

const files = {
  "flake.nix": `{
  outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { imports = [ (inputs.import-tree ./modules) ]; };
}
`,
  "modules/base.nix": "{ flake.modules.nixos.base = { }; }\n",
  "modules/hosts/rose/default.nix": host("rose"),
  "modules/hosts/lily/default.nix": host("lily"),
};

const home = `{ config, inputs, ... }:
let
  host = {
    name = "Slate";
    user.name = "ada";
  };
in
{
  flake.homeConfigurations.slate = inputs.home-manager.lib.homeManagerConfiguration {
    extraSpecialArgs = { inherit host; };
    modules = with config.flake.modules.homeManager; [ base slate ];
  };
}
`;

function grown(name: string, kind: HostKind): Readonly<Record<string, string>> {
  const texts = {
    ...files,
    "modules/homes/base.nix": "{ flake.modules.homeManager.base = { }; }\n",
    "modules/homes/slate/default.nix": home,
    "modules/homes/slate/home.nix": "{ flake.modules.homeManager.slate.programs.git.enable = true; }\n",
  };
  const made = growthOf(addHost({ repository: repositoryOf(texts) }, { host: { name, kind } }, templates)).files;
  return Object.fromEntries([...made].map(([file, each]) => [file, Buffer.from(each!.bytes).toString()]));
}

test("a home has the module of its whole name, though nothing is in it, and is the person's", () => {
  const made = grown("zoe@nova", "home");
  const text = made["modules/homes/zoe@nova/default.nix"];
  expect(text).toContain('[ base config.flake.modules.homeManager."zoe@nova"');
  expect(text).toContain('name = "nova";\n    user.name = "zoe";');
  expect(made["modules/homes/zoe@nova/home.nix"]).toBe('{ flake.modules.homeManager."zoe@nova" = { }; }\n');
});

test("by its own module, and its own name", () => {
  const text = grown("nova", "nixos")["modules/hosts/nova/default.nix"]!;
  expect(text).toContain("      base\n      nova\n");
  expect(text).toContain('name = "nova";');
  expect(text).not.toMatch(/with pkgs; \[ nova \]/u);
});
