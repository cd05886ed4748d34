/** What a program keeps sorted, by marks in comments, is sorted when something is put between them. */

import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { removeHost } from "../../../src/scaffold/site/remove-host.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const flake = (hosts: readonly string[]): string => `{
  outputs =
    { self, ... }:
    {
      nixosConfigurations = self.lib.mkHosts {
        # keep-sorted start block=yes newline_separated=yes
${hosts.map((name) => `        ${name} = { };\n`).join("\n")}        # keep-sorted end
      };
    };
}
`;

test.each([
  [["vega"], ["nova", "vega"]],
  [["luna"], ["luna", "nova"]],
  [
    ["luna", "vega"],
    ["luna", "nova", "vega"],
  ],
])("%j", (before, after) => {
  const hosts = before.map((name) => [`hosts/${name}/default.nix`, '{ system.stateVersion = "24.11"; }\n']);
  const repository = repositoryOf({ "flake.nix": flake(before), ...Object.fromEntries(hosts) });
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  expect(Buffer.from(files.get("flake.nix")!.bytes).toString()).toBe(flake(after));
  const removed = growthOf(removeHost({ repository: grownRepository(repository, files) }, "nova")).files;
  expect(Buffer.from(removed.get("flake.nix")!.bytes).toString()).toBe(flake(before));
});
