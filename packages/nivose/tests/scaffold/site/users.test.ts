/** People who are added to the repository `fixtures/sites/users`: `add-user.txt` has what is changed. `UPDATE=1` writes it. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Repository } from "../../../src/check/source/repository.ts";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { removeUser } from "../../../src/scaffold/site/remove-user.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import type { UserRequest } from "../../../src/scaffold/site/user-request.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, siteOf, sitesFolder, told } from "./sites.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZo zoe";
const zoe: UserRequest = { user: { name: "zoe", fullName: "Zoe Example", sshKeys: [key] }, on: [] };
const { repository } = siteOf("users");

test("a person on all hosts", () => {
  const text = told(addUser({ repository }, zoe), repository);
  const golden = path.join(sitesFolder, "users", "add-user.txt");
  if (process.env["UPDATE"] === "1") writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, "utf8"));
  expect(text).not.toContain("AlexAlex");
});

test("a person on one host", () => {
  const { files } = growthOf(addUser({ repository }, { ...zoe, on: ["maia"] }));
  expect([...files.keys()].toSorted()).toEqual(["home/zoe/maia.nix", "hosts/maia/default.nix", "users/zoe.nix"]);
});

test.each([[[]], [["maia"]]])("added on %j and removed again", (on) => {
  const { files } = growthOf(addUser({ repository }, { ...zoe, on }));
  const after = grownRepository(repository, files);
  expect(growthOf(addUser({ repository: after }, { ...zoe, on })).files.size).toBe(0);
  const end = grownRepository(after, growthOf(removeUser({ repository: after }, "zoe")).files);
  const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString();
  for (const file of files.keys())
    expect([file, textOf(end.read(file))]).toEqual([file, textOf(repository.read(file))]);
});

test("every mistake is told", () => {
  const codes = (request: UserRequest): readonly string[] => {
    const grown = addUser({ repository }, request);
    return grown.ok ? [] : grown.problems.map(({ message }) => message.code);
  };
  expect(codes({ user: { name: "alex" }, on: [] })).toEqual(["site-user-there"]);
  expect(codes({ user: { name: "Zoe Example" }, on: [] })).toEqual(["spec-unexpected"]);
  expect(codes({ user: { name: "inherit" }, on: [] })).toEqual(["spec-unexpected"]);
  expect(codes({ user: { name: "sshd" }, on: [] })).toEqual(["spec-system-user"]);
  expect(codes({ user: { name: "zoe" }, on: ["nobody"] })).toEqual(["site-no-host"]);
  expect(codes({ user: { name: "zoe" }, on: [], like: "nobody" })).toEqual(["site-no-user"]);
  const removed = removeUser({ repository }, "nobody");
  expect(removed.ok ? [] : removed.problems.map(({ message }) => message.code)).toEqual(["site-no-user"]);
});

test("what somebody likes on one host is not what somebody else gets", () => {
  const repository = repositoryOf({
    "flake.nix":
      "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./luna.nix ./accounts.nix ]; }; }; }",
    "accounts.nix":
      "{\n  users.users.alex = {\n    isNormalUser = true;\n  };\n  home-manager.users.alex = import ./users/alex;\n}\n",
    "luna.nix": "{\n  home-manager.users.alex = {\n    services.batsignal.enable = true;\n  };\n}\n",
    "users/alex/default.nix": '{ home.stateVersion = "24.11"; }',
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: ["luna"] }));
  expect([...files.keys()].toSorted()).toEqual(["accounts.nix", "users/zoe/default.nix"]);
});

const flake = (hosts: string): string => `{ outputs = { nixpkgs, ... }: { nixosConfigurations = { ${hosts} }; }; }\n`;
const account = (name: string): string => `{
  users.users.${name} = {
    isNormalUser = true;
    extraGroups = [ "wheel" "video" "docker" ];
  };
}
`;

const shared = repositoryOf({
  "flake.nix": flake(
    "luna = nixpkgs.lib.nixosSystem { modules = [ ./luna.nix ./common.nix ]; }; maia = nixpkgs.lib.nixosSystem { modules = [ ./maia.nix ./common.nix ]; };",
  ),
  "luna.nix": "{ }\n",
  "maia.nix": "{ }\n",
  "common.nix": account("alex"),
});

const codesAnd = (grown: ReturnType<typeof addUser>): readonly string[] =>
  grown.ok ? [...grown.growth.files.keys()] : grown.problems.map(({ message: { code, text } }) => `${code}: ${text}`);

test("a person cannot be on one host where accounts are on all of them", () => {
  const add = (on: readonly string[]): readonly string[] =>
    codesAnd(addUser({ repository: shared }, { user: { name: "zoe" }, on }));
  expect(add(["maia"])).toEqual([
    "site-users-shared: --on cannot be kept: common.nix:2 gives alex an account on every host that has this file",
  ]);
  expect(add([])).toEqual(["common.nix"]);
  expect(add(["maia", "luna"])).toEqual(["common.nix"]);
});

test("a person becomes root only if that is said", () => {
  const add = (isAdmin: boolean): readonly [string, readonly string[]] => {
    const request = { user: { name: "zoe" }, on: [], isAdmin };
    const { files, notes } = growthOf(addUser({ repository: shared }, request));
    return [Buffer.from(files.get("common.nix")!.bytes).toString().split("zoe")[1]!, notes];
  };
  const [plain, notes] = add(false);
  expect(plain).toContain('"video"');
  expect(plain).not.toMatch(/wheel|docker/u);
  expect(notes.at(-1)).toContain("is not in the groups docker, wheel");
  const [powerful, none] = add(true);
  expect(powerful).toMatch(/wheel(?:.|\n)*docker/u);
  expect(none).toHaveLength(1);
});

test("groups that are all left out are not said at all", () => {
  const repository = repositoryOf({
    "flake.nix": flake("luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; };"),
    "common.nix": '{ users.users.alex = { isNormalUser = true; extraGroups = [ "wheel" ]; home = "/home/alex"; }; }\n',
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: [] }));
  const text = Buffer.from(files.get("common.nix")!.bytes).toString().split("zoe");
  expect(text).toHaveLength(3);
  expect(text[1]).not.toContain("extraGroups");
});

test("nobody signs with the key of somebody else", () => {
  const repository = repositoryOf({
    "flake.nix": flake("luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; };"),
    "common.nix":
      "{ users.users.alex.isNormalUser = true; home-manager.users.alex = {\n  programs.git.enable = true;\n" +
      '  programs.git.signing.key = "7A2F";\n  programs.git.settings.user.signingkey = "7A2F";\n  home.stateVersion = "24.11";\n}; }\n',
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: [] }));
  const text = Buffer.from(files.get("common.nix")!.bytes).toString();
  expect(text.match(/7A2F/gu)).toHaveLength(2);
  expect(text.match(/git\.enable/gu)).toHaveLength(2);
});

test("a person is on one host where the modules of each are listed in the flake", () => {
  const repository = repositoryOf({
    "flake.nix": flake(
      "luna = nixpkgs.lib.nixosSystem { modules = [ ./users/alex.nix ]; }; maia = nixpkgs.lib.nixosSystem { modules = [ ./users/alex.nix ]; };",
    ),
    "users/alex.nix": account("alex"),
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: ["maia"] }));
  expect([...files.keys()]).toEqual(["users/zoe.nix", "flake.nix"]);
  const text = Buffer.from(files.get("flake.nix")!.bytes).toString();
  expect(text.split("zoe")).toHaveLength(2);
  expect(text.indexOf("zoe")).toBeGreaterThan(text.indexOf("maia"));
});

test("nothing is written that nothing would use", () => {
  const repository = repositoryOf({
    "flake.nix": flake(
      'luna = import ./lib.nix "luna" { user = "alex"; }; maia = import ./lib.nix "maia" { user = "alex"; };',
    ),
    "lib.nix": "name: { user }: { modules = [ ./hosts/${name}.nix ./users/${user}/nixos.nix ]; }\n",
    "hosts/luna.nix": "{ }\n",
    "hosts/maia.nix": "{ }\n",
    "users/alex/nixos.nix": account("alex"),
  });
  expect(codesAnd(addUser({ repository }, { user: { name: "zoe" }, on: [] }))).toEqual([
    "site-unknown: the layout of the repository is not understood: nothing would use users/zoe/nixos.nix: the names of users are computed",
  ]);
  // and nobody is taken out whom strings mean
  expect(codesAnd(removeUser({ repository }, "alex"))).toEqual(["site-still-needed: 'alex' is named in flake.nix:1"]);
});

test("a home is only that of a host, whatever else lies beside it", () => {
  const { repository: plain } = siteOf("users");
  const bytes = Buffer.from('{ home.username = "alex"; }\n');
  const more = ["generic", "nixpkgs"].map((name) => [`home/alex/${name}.nix`, { bytes }] as const);
  const { files } = growthOf(addUser({ repository: grownRepository(plain, new Map(more)) }, { ...zoe, on: ["maia"] }));
  expect([...files.keys()].toSorted()).toEqual(["home/zoe/maia.nix", "hosts/maia/default.nix", "users/zoe.nix"]);
});

test("an account may be said by the name that the option had before", () => {
  const repository = repositoryOf({
    "flake.nix": flake("luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; };"),
    "common.nix": "{ users.extraUsers.alex = { isNormalUser = true; }; }\n",
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: [] }));
  expect(Buffer.from(files.get("common.nix")!.bytes).toString()).toContain("users.extraUsers.zoe = {");
});

test("a home in a system is none without an account", () => {
  const system = (common: string): Repository =>
    repositoryOf({
      "flake.nix":
        "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./hosts/luna ]; }; }; }\n",
      "hosts/luna/default.nix":
        '{\n  imports = [ ../../common.nix ];\n  home-manager.users.joe.home.stateVersion = "24.11";\n}\n',
      "common.nix": common,
    });
  const said = system("{ users.users.${config.owner}.isNormalUser = true; home-manager.users.joe = { }; }\n");
  expect(told(addUser({ repository: said }, { user: { name: "zoe" }, on: [] }), said)).toContain(
    "common.nix:1 makes a home of joe, and nothing makes the account by that name",
  );
  const two = repositoryOf({
    "flake.nix": flake(
      "luna = nixpkgs.lib.nixosSystem { modules = [ ./hosts/luna ]; }; maia = nixpkgs.lib.nixosSystem { modules = [ ./hosts/maia ]; };",
    ),
    "hosts/luna/default.nix": "{ imports = [ ../../common.nix ]; }\n",
    "hosts/maia/default.nix": "{ imports = [ ../../common.nix ]; }\n",
    "common.nix": "{ users.users.${config.owner}.isNormalUser = true; home-manager.users.joe = { }; }\n",
  });
  const { files } = growthOf(addUser({ repository: two }, { user: { name: "zoe" }, on: ["luna"] }));
  expect([...files.keys()]).toEqual(["hosts/luna/default.nix"]);
});

test("a person in a list of names, and not what all of them have", () => {
  const accounts = (names: string): string =>
    `{ lib, ... }:\n{\n  users.users = lib.genAttrs ${names} (_: {\n    isNormalUser = true;\n  });\n}\n`;
  const system = (names: string): Repository =>
    repositoryOf({
      "flake.nix":
        "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; }; }; }\n",
      "common.nix": accounts(names),
    });
  const before = system('[ "joe" ]');
  const { files } = growthOf(addUser({ repository: before }, { user: { name: "zoe" }, on: [] }));
  expect(Buffer.from(files.get("common.nix")!.bytes).toString()).toContain('lib.genAttrs [ "joe" "zoe" ]');
  const after = grownRepository(before, files);
  const removed = growthOf(removeUser({ repository: after }, "zoe")).files;
  expect(Buffer.from(removed.get("common.nix")!.bytes).toString()).toBe(accounts('[ "joe" ]'));
  const computed = system("config.people");
  expect(told(addUser({ repository: computed }, { user: { name: "zoe" }, on: [] }), computed)).toContain(
    "no account of a person is written by its name",
  );
});

test("an account of a program is nobody to be like, and whoever is kept among the people goes before", () => {
  const repository = repositoryOf({
    "flake.nix": flake(
      "luna = nixpkgs.lib.nixosSystem { modules = [ ./builder.nix ./kodi.nix ./guest.nix ./coin.nix ./coins.nix ./users/mia.nix ]; };",
    ),
    "coin.nix": "{ users.users.coin = { isNormalUser = true; }; }\n",
    "coins.nix": "{ users.users.coin = { isNormalUser = true; }; }\n",
    "builder.nix": '{ users.users.builder = { isNormalUser = true; home = "/var/lib/builder"; }; }\n',
    "guest.nix": "{ users.users.guest = { isNormalUser = true; }; }\n",
    "kodi.nix": "{\n  users.users.kodi.isNormalUser = true;\n  services.cage.enable = true;\n}\n",
    "users/mia.nix": "{ users.users.mia = { isNormalUser = true; }; }\n",
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: [] }));
  expect([...files.keys()].toSorted()).toEqual(["flake.nix", "users/zoe.nix"]);
  const wrong = addUser({ repository }, { user: { name: "zoe" }, on: [], like: "kodi" });
  expect(told(wrong, repository)).toContain("coin, guest, mia");
});

test("an account that has another name for itself is one of the new name", () => {
  const repository = repositoryOf({
    "flake.nix": flake("luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; };"),
    "common.nix":
      '{\n  users.users.owner = {\n    name = "joe";\n    home = "/home/joe";\n    isNormalUser = true;\n  };\n}\n',
  });
  const { files } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: [] }));
  expect(Buffer.from(files.get("common.nix")!.bytes).toString()).toContain(
    'users.users.zoe = {\n    name = "zoe";\n    home = "/home/zoe";\n',
  );
});
