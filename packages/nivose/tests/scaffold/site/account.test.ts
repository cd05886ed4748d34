/** Where nobody's account is written by its name, a person has one in the own files of the hosts that are named. */

import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { removeUser } from "../../../src/scaffold/site/remove-user.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import type { UserRequest } from "../../../src/scaffold/site/user-request.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf } from "./sites.ts";

const computed = {
  "flake.nix": `{ outputs = { nixpkgs, ... }: let user = "alex"; in { nixosConfigurations = {
  luna = nixpkgs.lib.nixosSystem { specialArgs = { inherit user; }; modules = [ ./hosts/luna ./user.nix ]; };
  maia = nixpkgs.lib.nixosSystem { specialArgs = { inherit user; }; modules = [ ./hosts/maia ./user.nix ]; };
}; }; }\n`,
  "user.nix": "{ user, ... }: { users.users.${user}.isNormalUser = true; }\n",
  "hosts/luna/default.nix": '{\n  # the first one\n  networking.hostName = "luna";\n}\n',
  "hosts/maia/default.nix": '{\n  users.users = {\n    root.password = "";\n  };\n}\n',
};

function added(files: Readonly<Record<string, string>>, request: UserRequest): Readonly<Record<string, string>> {
  const repository = repositoryOf(files);
  const made = growthOf(addUser({ repository }, request)).files;
  const after = grownRepository(repository, made);
  expect(growthOf(addUser({ repository: after }, request)).files.size).toBe(0);
  const end = grownRepository(after, growthOf(removeUser({ repository: after }, request.user.name)).files);
  for (const name of made.keys()) expect([name, textOf(end.read(name))]).toEqual([name, files[name]]);
  return Object.fromEntries([...made].map(([name, file]) => [name, textOf(file?.bytes)!]));
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && Buffer.from(bytes).toString();
}

test("in each host's own file", () => {
  const user = { name: "zoe", fullName: "Zoe Example", sshKeys: ["ssh-ed25519 AAAAZoe zoe"] };
  expect(added(computed, { user, on: ["luna", "maia"], isAdmin: true })).toEqual({
    "hosts/luna/default.nix": `{
  # the first one
  networking.hostName = "luna";
  users.users.zoe = {
    isNormalUser = true;
    description = "Zoe Example";
    extraGroups = [ "wheel" ];
    openssh.authorizedKeys.keys = [
      "ssh-ed25519 AAAAZoe zoe"
    ];
  };
}
`,
    "hosts/maia/default.nix": `{
  users.users = {
    root.password = "";
    zoe = {
      isNormalUser = true;
      description = "Zoe Example";
      extraGroups = [ "wheel" ];
      openssh.authorizedKeys.keys = [
        "ssh-ed25519 AAAAZoe zoe"
      ];
    };
  };
}
`,
  });
});

test("in the flake at the top, if others have hosts of the same names", () => {
  const files = {
    ...computed,
    "installer/flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { }; }; }\n",
  };
  expect(Object.keys(added(files, { user: { name: "zoe" }, on: ["luna"] }))).toEqual(["hosts/luna/default.nix"]);
});

test("a second person beside the first", () => {
  const files = { ...computed, ...added(computed, { user: { name: "zoe" }, on: ["luna"] }) };
  expect(Object.keys(added(files, { user: { name: "yan" }, on: ["maia"] }))).toEqual(["hosts/maia/default.nix"]);
});

test("in what is the host's where every file is a module of the flake", () => {
  const files = {
    "flake.nix":
      "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n",
    "modules/hosts.nix": "{ flake.nixosConfigurations = { luna = mkHost {}; maia = mkHost {}; }; }\n",
    "modules/hosts/luna/configuration.nix":
      '{\n  flake.modules.nixos.luna = {\n    networking.hostName = "luna";\n  };\n}\n',
    "modules/hosts/maia/configuration.nix":
      '{\n  flake.modules.nixos.maia = {\n    networking.hostName = "maia";\n  };\n}\n',
  };
  expect(added(files, { user: { name: "zoe" }, on: ["luna"] })).toEqual({
    "modules/hosts/luna/configuration.nix":
      '{\n  flake.modules.nixos.luna = {\n    networking.hostName = "luna";\n    users.users.zoe = {\n      isNormalUser = true;\n    };\n  };\n}\n',
  });
});

const listed = {
  "flake.nix": `{ outputs = { nixpkgs, ... }: let mk = import ./mk.nix nixpkgs; in { nixosConfigurations = {
  luna = mk { hardware = [ ./hardware/one.nix ]; modules = [ ./profiles/work.nix ]; };
  maia = mk { hardware = [ ./hardware/two.nix ]; modules = [ ./profiles/work.nix ]; };
}; }; }\n`,
  "mk.nix": "nixpkgs: { hardware, modules }: nixpkgs.lib.nixosSystem { modules = hardware ++ modules; }\n",
  "hardware/one.nix": "{ }\n",
  "hardware/two.nix": "{ }\n",
  "profiles/work.nix": "{ users.users = import ./users.nix; }\n",
};

test("in a file beside the modules that are listed for the host, if it has none of its own", () => {
  const files = added(listed, { user: { name: "zoe" }, on: ["maia"] });
  expect(files["profiles/users/zoe.nix"]).toBe("{\n  users.users.zoe = {\n    isNormalUser = true;\n  };\n}\n");
  expect(files["flake.nix"]!.split("\n")[2]).toBe(
    "  maia = mk { hardware = [ ./hardware/two.nix ]; modules = [ ./profiles/work.nix ./profiles/users/zoe.nix ]; };",
  );
});

test("a list that is written without spaces is so again", () => {
  const tight = listed["flake.nix"].replaceAll("[ ./profiles/work.nix ]", "[./profiles/work.nix]");
  const files = added({ ...listed, "flake.nix": tight }, { user: { name: "zoe" }, on: ["maia"] });
  expect(files["flake.nix"]).toContain("modules = [./profiles/work.nix ./profiles/users/zoe.nix];");
});

const alone = { ...computed, "flake.nix": computed["flake.nix"].replaceAll(" ./user.nix", "") };

test.each([
  ["no host is named", computed, []],
  ["the host has no file of its own", { ...alone, "hosts/luna/default.nix": "import ../all.nix\n" }, ["luna"]],
  ["its accounts are no plain set", { ...alone, "hosts/luna/default.nix": "{ users = import ./u.nix; }\n" }, ["luna"]],
])("nothing is written where %s", (_why, files, on) => {
  const grown = addUser({ repository: repositoryOf(files) }, { user: { name: "zoe" }, on });
  expect(grown.ok ? [] : grown.problems.map(({ message }) => message.code)).toEqual(["site-unknown"]);
});

test("of a home that is made by something of the other's name, nothing is copied", () => {
  const files = {
    "flake.nix":
      "{ outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } (inputs.import-tree ./modules); }\n",
    "modules/hosts.nix": "{ flake.nixosConfigurations.luna = mkHost {}; }\n",
    "modules/home.nix":
      '{ inputs, ... }:\nlet\n  flake.homeConfigurations.alex = alex_at "luna";\n  flake.modules.homeManager.alex = { home.username = "alex"; };\nin\n{\n  inherit flake;\n}\n',
    "modules/dots.nix":
      "{\n  flake.modules.homeManager.alex = { config, ... }: { home.file.a.source = config.home.homeDirectory; };\n}\n",
    "modules/account.nix":
      "{\n  flake.modules.nixos.all = {\n    users.users.alex = {\n      isNormalUser = true;\n    };\n  };\n}\n",
  };
  expect(Object.keys(added(files, { user: { name: "zoe" }, on: [] }))).toEqual(["modules/account.nix"]);
});
