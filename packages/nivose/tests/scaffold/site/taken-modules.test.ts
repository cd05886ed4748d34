/** What a new host takes together with others where it is said, and so does not say itself. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const files = {
  "flake.nix": `{
  inputs.nixpkgs.url = "nixpkgs";
  outputs =
    { nixpkgs, ... }:
    let
      common = [ ./modules/boot.nix ];
      computeNodes = common ++ [ ./modules/users.nix ];
    in
    {
      nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = computeNodes ++ [ ./hosts/luna.nix ]; };
      nixosConfigurations.maia = nixpkgs.lib.nixosSystem { modules = computeNodes ++ [ ./hosts/maia.nix ]; };
    };
}
`,
  "hosts/luna.nix": '{ networking.hostName = "luna"; system.stateVersion = "24.11"; }\n',
  "hosts/maia.nix": '{ networking.hostName = "maia"; system.stateVersion = "24.11"; }\n',
  "modules/users.nix": "{ }\n",
  "modules/boot.nix": "{ boot.loader.efi.canTouchEfiVariables = false; boot.loader.systemd-boot.enable = true; }\n",
};

function hostFile(all: Readonly<Record<string, string>>): string {
  const grown = addHost({ repository: repositoryOf(all) }, { host: { name: "nova" } }, templates);
  return Buffer.from(growthOf(grown).files.get("hosts/nova.nix")!.bytes).toString();
}

test("how it starts is said by a module that all of them take", () => {
  expect(hostFile(files)).not.toContain("loader");
  expect(hostFile(files)).toContain("availableKernelModules");
});

test("a module that it does not take says nothing for it", () => {
  const others = {
    ...files,
    "modules/boot.nix": "{ }\n",
    "modules/grub.nix": "{ boot.loader.systemd-boot.enable = false; }\n",
  };
  expect(hostFile(others)).toContain("systemd-boot.enable = true;");
});
