/** What ez-configs reads: hosts and modules in folders, and what the flake says of a host. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { saidHosts } from "../../../src/scaffold/site/hosts.ts";
import { recogniseLayout } from "../../../src/scaffold/site/parts/part-places.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const flake = (ez: string): string => `{
  outputs =
    inputs@{ flake-parts, ... }:
    flake-parts.lib.mkFlake { inherit inputs; } {
      imports = [ inputs.ez-configs.flakeModule ];
      ezConfigs = ${ez};
    };
}
`;

const host = (name: string): string =>
  `{ ezModules, ... }: { imports = [ ezModules.base ]; networking.hostName = "${name}"; system.stateVersion = "24.11"; }\n`;

test("hosts and modules in the folders of the usual names", () => {
  const repository = repositoryOf({
    "flake.nix": flake(`{
        root = ./.;
        nixos.hosts = {
          luna.userHomeModules = [ "ada" ];
          maia.userHomeModules = [ "ada" ];
        };
      }`),
    "nixos-configurations/luna/default.nix": host("luna"),
    "nixos-configurations/maia/default.nix": host("maia"),
    "home-configurations/ada/default.nix": "{ }\n",
    "nixos-modules/base.nix": "{ }\n",
    "nixos-modules/web.nix": "{ }\n",
  });
  expect(saidHosts(repository).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "nixos luna",
    "nixos maia",
    "home ada",
  ]);
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect(Buffer.from(files.get("flake.nix")!.bytes).toString()).toContain('nova.userHomeModules = [ "ada" ];');
  expect(Buffer.from(files.get("nixos-configurations/nova/default.nix")!.bytes).toString()).toContain("ezModules.base");
  expect(recogniseLayout(repository).parts.module).toEqual([
    { platform: "nixos", path: "nixos-modules/{name}.nix", wiring: [{ kind: "by-folder", file: "flake.nix" }] },
  ]);
});

test("in other folders, if the flake says so", () => {
  const repository = repositoryOf({
    "flake.nix": flake(
      "{ root = ./.; darwin.configurationsDirectory = ./machines/mac; darwin.modulesDirectory = ./mac; }",
    ),
    "machines/mac/mona.nix": '{ system.stateVersion = 5; nixpkgs.hostPlatform = "aarch64-darwin"; }\n',
    "mac/dock/default.nix": "{ }\n",
  });
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova", kind: "darwin" } }, templates));
  expect([...files.keys()]).toEqual(["machines/mac/nova.nix"]);
  expect(recogniseLayout(repository).parts.module).toMatchObject([
    { platform: "darwin", path: "mac/{name}/default.nix" },
  ]);
});

test("a host whose folder is read has what is there, and nothing for what is not", () => {
  const own = (name: string, draft: string): string => `{ lib, ezModules, ... }:
{
  imports = lib.readAll {
    path = ./.;
    exclude = [ ./default.nix ./${draft}.nix ];
  } ++ [ ezModules.base ];
  networking.hostName = "${name}";
  system.stateVersion = "24.11";
}
`;
  const repository = repositoryOf({
    "flake.nix": flake("{ root = ./.; }"),
    ...Object.fromEntries(
      [
        ["luna", "one"],
        ["maia", "two"],
      ].flatMap(([name, draft]) => [
        [`nixos-configurations/${name}/default.nix`, own(name!, draft!)],
        [`nixos-configurations/${name}/${draft}.nix`, "{ }\n"],
        [`nixos-configurations/${name}/hardware.nix`, "{ }\n"],
        [`nixos-configurations/${name}/nginx.nix`, `{ services.nginx.virtualHosts.${draft} = { }; }\n`],
      ]),
    ),
  });
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect([...files.keys()].toSorted()).toEqual([
    "nixos-configurations/nova/default.nix",
    "nixos-configurations/nova/disk.nix",
    "nixos-configurations/nova/hardware.nix",
  ]);
  expect(Buffer.from(files.get("nixos-configurations/nova/default.nix")!.bytes).toString()).toContain(
    "path = ./.;\n      exclude = [ ./default.nix ];",
  );
});
