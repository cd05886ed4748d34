/** Of which platform a new host is, is said once: in its own file where the others say it there, or with its hardware. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const flake = `{ outputs = { nixpkgs, ... }: { nixosConfigurations = {
  luna = nixpkgs.lib.nixosSystem { modules = [ ./hosts/luna ]; };
  maia = nixpkgs.lib.nixosSystem { modules = [ ./hosts/maia ]; };
}; }; }\n`;

function saying(text: string, asFile: boolean): Record<string, readonly string[]> {
  const host = (name: string): string =>
    `{ networking.hostName = "${name}"; ${text} system.stateVersion = "24.11"; }\n`;
  const files = ["luna", "maia"].map(
    (name) => [asFile ? `hosts/${name}.nix` : `hosts/${name}/default.nix`, host(name)] as const,
  );
  const repository = repositoryOf({
    "flake.nix": asFile ? flake.replaceAll(/hosts\/\w+/gu, "$&.nix") : flake,
    ...Object.fromEntries(files),
  });
  const made = growthOf(addHost({ repository }, { host: { name: "nova", hardware: "virtual" } }, templates)).files;
  const said = (bytes: Uint8Array): readonly string[] =>
    Buffer.from(bytes)
      .toString()
      .match(/hostPlatform.*/gu) ?? [];
  return Object.fromEntries([...made].map(([name, file]) => [name, said(file!.bytes)]));
}

test("in the host's own file", () => {
  expect(saying('nixpkgs.hostPlatform = "x86_64-linux";', false)).toEqual({
    "flake.nix": [],
    "hosts/nova/default.nix": ['hostPlatform = "x86_64-linux";'],
    "hosts/nova/disk.nix": [],
    "hosts/nova/hardware-configuration.nix": [],
  });
  expect(saying('nixpkgs.hostPlatform = "x86_64-linux";', true)["hosts/nova.nix"]).toHaveLength(1);
});

test("with the hardware, where the others do not say it", () => {
  expect(saying("", false)["hosts/nova/hardware-configuration.nix"]).toHaveLength(1);
  expect(saying("", true)["hosts/nova.nix"]).toHaveLength(1);
});

test("that of most hosts, if nothing is said", () => {
  const host = (system: string): string => `{ nixpkgs.hostPlatform = "${system}"; system.stateVersion = "24.11"; }\n`;
  const repository = repositoryOf({
    "flake.nix": flake.replace("maia =", "rosa = nixpkgs.lib.nixosSystem { modules = [ ./hosts/rosa ]; };\n  maia ="),
    "hosts/luna/default.nix": host("aarch64-linux"),
    "hosts/maia/default.nix": host("x86_64-linux"),
    "hosts/rosa/default.nix": host("x86_64-linux"),
  });
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect(Buffer.from(files.get("hosts/nova/default.nix")!.bytes).toString()).toContain('"x86_64-linux"');
});
