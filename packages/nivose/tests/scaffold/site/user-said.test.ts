/** What is said of a person is written, although the person that it is made like has none of it; or it is told that it is not. */

import { expect, test } from "vitest";
import { grownRepository } from "../../../src/scaffold/site/grown-repository.ts";
import { removeUser } from "../../../src/scaffold/site/remove-user.ts";
import { addUser } from "../../../src/scaffold/site/user.ts";
import { repositoryOf } from "../../check/sources.ts";
import { growthOf, told } from "./sites.ts";

const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZoeZo zoe";
const luna =
  "{ outputs = { nixpkgs, ... }: { nixosConfigurations.luna = nixpkgs.lib.nixosSystem { modules = [ ./common.nix ]; }; }; }\n";
const machines = repositoryOf({
  "flake.nix": luna,
  "common.nix": "{\n  users.users.alex = {\n    isNormalUser = true;\n  };\n}\n",
});
const homes = repositoryOf({
  "flake.nix": luna,
  "common.nix":
    '{\n  users.users.joe = import ./account.nix;\n  home-manager.users.joe = {\n    home.stateVersion = "24.11";\n  };\n}\n',
  "account.nix": "{ isNormalUser = true; }\n",
});

test("a key and a full name have their places in an account", () => {
  const request = { user: { name: "zoe", fullName: "Zoe Example", email: "zoe@example.org", sshKeys: [key] }, on: [] };
  const { files, notes } = growthOf(addUser({ repository: machines }, request));
  expect(Buffer.from(files.get("common.nix")!.bytes).toString()).toBe(`{
  users.users.alex = {
    isNormalUser = true;
  };
  users.users.zoe = {
    isNormalUser = true;
    description = "Zoe Example";
    openssh.authorizedKeys.keys = [
      "${key}"
    ];
  };
}
`);
  expect(notes.at(-1)).toBe("What --email said is written nowhere: people of this repository have no place for it.");
  const after = grownRepository(machines, files);
  expect(growthOf(addUser({ repository: after }, request)).files.size).toBe(0);
  const removed = growthOf(removeUser({ repository: after }, "zoe")).files.get("common.nix");
  expect(Buffer.from(removed!.bytes)).toEqual(Buffer.from(machines.read("common.nix")!));
});

test("a key that no account could have is not lost without a word", () => {
  const grown = addUser({ repository: homes }, { user: { name: "eve", sshKeys: [key] }, on: [] });
  expect(told(grown, homes)).toContain("site-key-nowhere: ");
  const { notes } = growthOf(addUser({ repository: homes }, { user: { name: "eve", fullName: "Eve" }, on: [] }));
  expect(notes.at(-1)).toContain("What --full-name said is written nowhere");
});

test("what is no public key is refused", () => {
  const grown = addUser({ repository: machines }, { user: { name: "zoe", sshKeys: ["garbage"] }, on: [] });
  expect(told(grown, machines)).toContain('--ssh-key[0] is "garbage"');
});

test("of somebody who is there it is told where a key would be written", () => {
  const grown = addUser({ repository: machines }, { user: { name: "alex", sshKeys: [key] }, on: [] });
  expect(told(grown, machines)).toBe(
    "site-user-there: 'alex' is there already: common.nix:2\n" +
      "  for another key or account write it there by hand: keys are users.users.alex.openssh.authorizedKeys.keys, beside common.nix:2\n  \n",
  );
});

test("an account may be one line, and a key is another one", () => {
  const plain = repositoryOf({ "flake.nix": luna, "common.nix": "{\n  users.users.alex.isNormalUser = true;\n}\n" });
  const request = { user: { name: "zoe", sshKeys: [key] }, on: [] };
  const { files } = growthOf(addUser({ repository: plain }, request));
  expect(Buffer.from(files.get("common.nix")!.bytes).toString()).toBe(`{
  users.users.alex.isNormalUser = true;
  users.users.zoe.isNormalUser = true;
  users.users.zoe.openssh.authorizedKeys.keys = [
    "${key}"
  ];
}
`);
  const after = grownRepository(plain, files);
  const removed = growthOf(removeUser({ repository: after }, "zoe")).files.get("common.nix");
  expect(Buffer.from(removed!.bytes)).toEqual(Buffer.from(plain.read("common.nix")!));
});
