/** Services that a host has by their names in the fleet's data. */

import { expect, test } from "vitest";
import { evaluatedIn } from "../../check/example-fleet.ts";
import { type Files, hardware, lock, thereAndBack, wish } from "./growing.ts";

const member = (name: string, service: string): string => `{ config, lib, ... }:
{
  options.lab.services.${name}.enable = lib.mkEnableOption "${name}";
  config = lib.mkIf config.lab.services.${name}.enable { services.${service}.enable = true; };
}
`;

const lab = (turnsOn: string): Files => ({
  "flake.nix": `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-24.11";
  outputs =
    { nixpkgs, ... }:
    {
      nixosConfigurations = builtins.mapAttrs (
        name: host:
        nixpkgs.lib.nixosSystem {
          specialArgs = { inherit host; };
          modules = [
            ./modules
            (./hosts + "/\${name}.nix")
          ];
        }
      ) (import ./fleet.nix).hosts;
    };
}
`,
  "flake.lock": lock,
  "fleet.nix": `{
  hosts = {
    luna = {
      services = [ ];
    };
    sol = {
      services = [ ];
    };
  };
}
`,
  "modules/default.nix": `{ host, lib, ... }:
{
  imports = [
    ./hardware.nix
    ./services/names.nix
    ./services/web.nix
  ];
${turnsOn}}
`,
  "modules/hardware.nix": hardware,
  "modules/services/names.nix": member("names", "unbound"),
  "modules/services/web.nix": member("web", "nginx"),
  "hosts/luna.nix": "{ }\n",
  "hosts/sol.nix": "{ }\n",
});

const reads = "  lab.services = lib.genAttrs host.services (_: { enable = true; });\n";

test.each<[string, string, RegExp]>([
  [
    "is named in the list, empty as all of them are, if a module reads it",
    reads,
    /sol = \{\s*services = \[ "grafana" \];/u,
  ],
  ["is turned on by its option if none does", "", /^(?!.*grafana)/su],
])("a service %s", async (_what, turnsOn, list) => {
  const files = lab(turnsOn);
  const after = await thereAndBack(files, await evaluatedIn(files), wish("grafana", "sol"));
  expect(after["fleet.nix"] ?? files["fleet.nix"]).toMatch(list);
  expect(after["modules/services/grafana.nix"]).toBeDefined();
});
