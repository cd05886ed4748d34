/** A host goes without a further word only if it is as it was added. */

import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { removeAddedHost } from "../../../src/scaffold/site/remove-changed-host.ts";
import type { HostSpec } from "../../../src/scaffold/spec/fleet-spec.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates, told } from "./sites.ts";

const machine = (name: string): string =>
  `{ ... }:\n{\n  networking.hostName = "${name}";\n  services.nginx.enable = true;\n  system.stateVersion = "24.11";\n}\n`;
const repository = repositoryOf({
  "flake.nix": `{
  outputs = { nixpkgs, ... }: let mkHost = name: system: nixpkgs.lib.nixosSystem { inherit system; modules = [ ./hosts/\${name}.nix ]; }; in {
    nixosConfigurations = {
      web1 = mkHost "web1" "x86_64-linux";
      web2 = mkHost "web2" "x86_64-linux";
      # this one is special
      legacy = nixpkgs.lib.nixosSystem { system = "aarch64-linux"; modules = [ { } ]; };
    };
  };
}
`,
  "hosts/web1.nix": machine("web1").replace("nginx", "caddy"),
  "hosts/web2.nix": machine("web2"),
});

test("what somebody has written stays, unless that is said", () => {
  const remove = (name: string, evenIfChanged: boolean): string =>
    told(removeAddedHost({ repository }, name, { evenIfChanged }, templates), repository);
  expect(remove("web1", false)).toContain("part-changed: hosts/web1.nix is not as 'nivose add host web1'");
  expect(remove("legacy", false)).toContain("part-changed: flake.nix:7 is not as 'nivose add host legacy'");
  expect(remove("web1", true)).toContain("-  services.caddy.enable = true;");
});

test.each<[string, Partial<HostSpec>]>([
  ["nothing else", {}],
  ["hardware and a disk", { hardware: "amd", disk: "labels" }],
])("added with %s and removed again", (_what, more) => {
  const added = growthOf(addHost({ repository }, { host: { name: "nova", ...more } }, templates));
  const after = grownRepository(repository, added.files);
  const { files } = growthOf(removeAddedHost({ repository: after }, "nova", { evenIfChanged: false }, templates));
  expect([...files.keys()].toSorted()).toEqual([...added.files.keys()].toSorted());
});

test("the last host stays, unless that is said", () => {
  const alone = repositoryOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations = { luna = nixpkgs.lib.nixosSystem { modules = [ { } ]; }; }; }; }\n",
  });
  const remove = (evenIfChanged: boolean): ReturnType<typeof removeAddedHost> =>
    removeAddedHost({ repository: alone }, "luna", { evenIfChanged }, templates);
  expect(told(remove(false), alone)).toContain("site-last-host: luna is the only host of this repository");
  expect(remove(true).ok).toBe(true);
});
