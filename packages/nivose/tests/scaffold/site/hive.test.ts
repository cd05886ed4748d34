/** Fleets whose hosts colmena knows, and the flake has from there. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { removeHost } from "../../../src/scaffold/site/remove-host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const hosts = {
  "hosts/luna/default.nix": '{ imports = [ ./hardware.nix ]; system.stateVersion = "24.11"; }\n',
  "hosts/luna/hardware.nix": "{ }\n",
  "hosts/maia/default.nix": '{ imports = [ ./hardware.nix ]; system.stateVersion = "24.11"; }\n',
  "hosts/maia/hardware.nix": "{ }\n",
};

const beside = `{
  outputs =
    inputs@{ self, colmena, ... }:
    {
      nixosConfigurations = self.outputs.colmenaHive.nodes;
      colmenaHive = colmena.lib.makeHive self.outputs.colmena;
      colmena = {
        meta.nixpkgs = import inputs.nixpkgs { system = "x86_64-linux"; };
        defaults.imports = [ ./common ];

        luna.deployment.tags = [ "small" ];
        maia.deployment.tags = [ "small" ];

        luna.imports = [ ./hosts/luna ];
        maia.imports = [ ./hosts/maia ];
      };
    };
}
`;

const within = `{
  outputs =
    { self, nixpkgs, colmena, ... }:
    {
      colmenaHive = colmena.lib.makeHive {
        meta.nixpkgs = import nixpkgs { system = "x86_64-linux"; };

        luna = {
          imports = [ ./hosts/luna ];
        };

        maia = {
          imports = [ ./hosts/maia ];
        };
      };
      nixosConfigurations = self.colmenaHive.nodes;
    };
}
`;

test.each([
  ["said beside it", beside, 'nova.deployment.tags = [ "small" ];\n        nova.imports = [ ./hosts/nova ];'],
  ["called with them", within, "nova = {\n          imports = [ ./hosts/nova ];\n        };"],
])("a hive, %s", (_name, flake, expected) => {
  const before = repositoryOf({ "flake.nix": flake, "common/default.nix": "{ }\n", ...hosts });
  const { files } = growthOf(addHost({ repository: before }, { host: { name: "nova" } }, templates));
  expect([...files.keys()].toSorted()).toEqual([
    "flake.nix",
    "hosts/nova/default.nix",
    "hosts/nova/disk.nix",
    "hosts/nova/hardware.nix",
  ]);
  expect(Buffer.from(files.get("flake.nix")!.bytes).toString()).toContain(expected);
  const after = grownRepository(before, files);
  const removed = growthOf(removeHost({ repository: after }, "nova")).files.get("flake.nix");
  expect(Buffer.from(removed!.bytes).toString()).toBe(flake);
});
