/** Hosts of den: said by their platforms and names, with what they are in aspects of their names. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { saidHosts } from "../../../src/scaffold/site/hosts.ts";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { removeHost } from "../../../src/scaffold/site/remove-host.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates } from "./sites.ts";

const flake =
  "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n";

function grown(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const repository = repositoryOf(files);
  const made = growthOf(addHost({ repository }, { host: { name: "nova" } }, templates)).files;
  const back = growthOf(removeHost({ repository: grownRepository(repository, made) }, "nova")).files;
  for (const [name, file] of back) expect(file && Buffer.from(file.bytes).toString()).toBe(files[name]);
  expect([...back.keys()].toSorted()).toEqual([...made.keys()].toSorted());
  return Object.fromEntries([...made].map(([name, file]) => [name, Buffer.from(file!.bytes).toString()]));
}

const aspect = (name: string, own: string): string => `{ den, ... }:
{
  den.aspects.${name} = {
    includes = with den.aspects; [
      base
      ${own}
    ];

    nixos =
      { pkgs, ... }:
      {
        environment.systemPackages = [ pkgs.${own} ];
        system.stateVersion = "24.11";
      };
  };
}
`;

test("each in a file of its own, with its aspect beside it", () => {
  const made = grown({
    "flake.nix": flake,
    "modules/hosts/luna.nix": "{ den.hosts.x86_64-linux.luna.users.ada = { }; }\n",
    "modules/hosts/luna/aspect.nix": aspect("luna", "git"),
    "modules/hosts/maia.nix":
      "{ den, ... }: { den.hosts.x86_64-linux.maia.users.ada = { }; flake.checks.maia = den.hosts.x86_64-linux.maia.test; }\n",
    "modules/hosts/maia/aspect.nix": aspect("maia", "vim"),
  });
  expect(made["modules/hosts/nova.nix"]).toBe("{ den.hosts.x86_64-linux.nova.users.ada = { }; }\n");
  expect(made["modules/hosts/nova/aspect.nix"]).toBe(`{ den, ... }:
{
  den.aspects.nova = {
    includes = with den.aspects; [
      base
    ];

    nixos =
      { ... }:
      {
        system.stateVersion = "24.11";
      };
  };
}
`);
  expect(made["modules/hosts/nova/disk.nix"]).toContain("den.aspects.nova.nixos = {");
});

test("all in one set, by their platforms", () => {
  const files = {
    "flake.nix": flake,
    "modules/den.nix": `{
  den = {
    homes.x86_64-linux."ada@desk" = { };
    hosts = {
      aarch64-darwin.mona.users.ada = { };
      x86_64-linux = {
        luna.users.ada = { };
      };
    };
  };
}
`,
    "modules/hosts/luna.nix": aspect("luna", "git"),
  };
  expect(saidHosts(repositoryOf(files)).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "home ada@desk",
    "darwin mona",
    "nixos luna",
  ]);
  const made = grown(files);
  expect(made["modules/den.nix"]).toContain("        luna.users.ada = { };\n        nova.users.ada = { };\n");
  expect(made["modules/hosts/nova.nix"]).toContain("den.aspects.nova = {");
  expect(Object.keys(made)).toContain("modules/hosts/nova/disk.nix");
});

test("an account stands in the module of NixOS, and not beside it", () => {
  const repository = repositoryOf({
    "flake.nix": flake,
    "modules/hosts/luna.nix": "{ den.hosts.x86_64-linux.luna = { }; }\n",
    "modules/hosts/luna/aspect.nix": aspect("luna", "git"),
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: ["luna"] }));
  expect(Buffer.from(files.get("modules/hosts/luna/aspect.nix")!.bytes).toString()).toContain(
    `system.stateVersion = "24.11";
        users.users.zoe = {
          isNormalUser = true;
        };
      };
  };`,
  );
});
