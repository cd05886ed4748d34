/** What blueprint reads by its own conventions. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const made = (system: string): string => `{ inputs, ... }:
{
  class = "nixos";
  value = inputs.nixpkgs.lib.nixosSystem {
    system = "${system}";
    modules = [ ./configuration.nix ];
  };
}
`;

const files = {
  "flake.nix": "{ outputs = inputs: inputs.blueprint { inherit inputs; }; }\n",
  "hosts/luna/default.nix": made("x86_64-linux"),
  "hosts/luna/configuration.nix": '{ networking.hostName = "luna"; system.stateVersion = "24.11"; }\n',
  "hosts/maia/default.nix": made("aarch64-linux"),
  "hosts/maia/configuration.nix": '{ networking.hostName = "maia"; system.stateVersion = "24.11"; }\n',
};

test("a host that makes itself is made as another one is", () => {
  const host = { name: "nova", system: "aarch64-linux" };
  const grown = growthOf(addHost({ repository: repositoryOf(files) }, { host, like: "luna" }, templates)).files;
  expect(Buffer.from(grown.get("hosts/nova/default.nix")!.bytes).toString()).toBe(made("aarch64-linux"));
  expect(Buffer.from(grown.get("hosts/nova/configuration.nix")!.bytes).toString()).toContain('hostName = "nova"');
});
