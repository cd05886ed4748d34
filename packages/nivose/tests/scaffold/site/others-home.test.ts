/** A new home is one of the new person, for the platform that was asked for, or it is not written. */

import { expect, test } from "vitest";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, templates, told } from "./sites.ts";

const home = (pkgs: string): string =>
  `{ outputs = { home-manager, nixpkgs, ... }: {
  homeConfigurations."joe@laptop" = home-manager.lib.homeManagerConfiguration {
    pkgs = ${pkgs};
    modules = [ ./home.nix ];
  };
}; }
`;
const files = {
  "flake.nix": home("nixpkgs.legacyPackages.x86_64-linux"),
  "home.nix": '{ pkgs, ... }: { home.username = "joe"; home.stateVersion = "24.11"; }\n',
};
const shared = { ...files, "home.nix": '{ pkgs, ... }: { home.stateVersion = "24.11"; }\n' };

function added(texts: Readonly<Record<string, string>>, name: string, system?: string): string {
  const repository = repositoryOf(texts);
  const host = { name, kind: "home", ...(system === undefined ? {} : { system }) } as const;
  return told(addHost({ repository }, { host }, templates), repository);
}

test("nobody gets the home of somebody else", () => {
  expect(added(files, "ann@laptop")).toContain(
    "site-others-home: the home of ann would be that of joe: home.nix:1 says so by home.username",
  );
  expect(added(files, "joe@desk")).toContain('+  homeConfigurations."joe@desk" =');
  const computed = { ...files, "home.nix": "{ user, ... }: { home.username = user; }\n" };
  expect(added(computed, "ann@laptop")).toContain('+  homeConfigurations."ann@laptop" =');
  expect(added(shared, "ann@laptop")).toContain('+  homeConfigurations."ann@laptop" =');
});

test("not by an account either", () => {
  const repository = repositoryOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; }; }; }\n",
    "common.nix":
      '{\n  users.users.joe = { isNormalUser = true; };\n  home-manager.users.joe = { imports = [ ./home.nix ]; home.stateVersion = "24.11"; };\n}\n',
    "home.nix": '{\n  home = {\n    homeDirectory = "/home/joe";\n  };\n}\n',
  });
  expect(told(addUser({ repository }, { user: { name: "eve" }, on: [] }), repository)).toContain(
    "site-others-home: the home of eve would be that of joe: home.nix:3 says so by home.homeDirectory",
  );
});

test("a platform is kept, or it is told that it is not", () => {
  expect(added(shared, "zoe@desk", "aarch64-darwin")).toContain("+    pkgs = nixpkgs.legacyPackages.aarch64-darwin;");
  const fixed = { ...shared, "flake.nix": home("import nixpkgs { }") };
  expect(added(fixed, "zoe@desk", "aarch64-darwin")).toContain("site-system-nowhere: --system aarch64-darwin");
  expect(
    growthOf(addHost({ repository: repositoryOf(fixed) }, { host: { name: "zoe@desk", kind: "home" } }, templates))
      .files.size,
  ).toBe(1);
});

test("a home that is called as its person is one of another person", () => {
  const repository = repositoryOf({
    "flake.nix": `{
  outputs =
    { self, home-manager, ... }:
    {
      homeConfigurations.joe = home-manager.lib.homeManagerConfiguration {
        modules = [ { home.username = "joe"; home.homeDirectory = "/home/joe"; home.stateVersion = "24.11"; } ];
      };
    };
}
`,
  });
  const { files } = growthOf(addHost({ repository }, { host: { name: "zoe@luna", kind: "home" } }, templates));
  const text = Buffer.from(files.get("flake.nix")!.bytes).toString();
  expect(text).toContain('homeConfigurations."zoe@luna" =');
  expect(text).toContain('home.username = "zoe"; home.homeDirectory = "/home/zoe";');
});
