/** Hosts that a module of the flake makes by a call of a function, in a folder of the host whose name says more. */

import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { removeHost } from "../../../src/scaffold/site/remove-host.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const host = (name: string): Readonly<Record<string, string>> => ({
  [`modules/hosts/${name} [N]/flake-parts.nix`]: `{ inputs, ... }:
{
  flake.nixosConfigurations = inputs.self.lib.mkNixos "x86_64-linux" "${name}";
}
`,
  [`modules/hosts/${name} [N]/configuration.nix`]: `{ inputs, ... }:
{
  flake.modules.nixos.${name} = {
    imports = with inputs.self.modules.nixos; [ base ];
    networking.hostName = "${name}";
  };
}
`,
});

const repository = repositoryOf({
  "flake.nix":
    "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n",
  "modules/base.nix": '{ flake.modules.nixos.base.system.stateVersion = "24.11"; }\n',
  ...host("luna-1"),
  ...host("maia-2"),
});

test("a host more has files of its own", () => {
  const { files } = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates));
  const texts = Object.fromEntries([...files].map(([name, file]) => [name, Buffer.from(file!.bytes).toString()]));
  expect(texts).toMatchObject(host("nova"));
  expect(Object.keys(texts).every((name) => name.startsWith("modules/hosts/nova [N]/"))).toBe(true);
  const back = growthOf(removeHost({ repository: grownRepository(repository, files) }, "nova"));
  expect([...back.files.values()]).toEqual([...files.keys()].map(() => undefined));
});

test("an account on one of them is in its module", () => {
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: ["luna-1"] }));
  expect([...files.keys()]).toEqual(["modules/hosts/luna-1 [N]/configuration.nix"]);
});
