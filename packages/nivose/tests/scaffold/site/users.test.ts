/** People who are added to the repository `fixtures/sites/users`: `add-user.txt` has what is changed. `UPDATE=1` writes it. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
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
  expect(codes({ user: { name: "alex" }, on: [] })).toEqual(["site-taken"]);
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
  const { files, notes } = growthOf(addUser({ repository }, { user: { name: "zoe" }, on: ["luna"] }));
  expect([...files.keys()].toSorted()).toEqual(["accounts.nix", "users/zoe/default.nix"]);
  expect(notes).toContainEqual(expect.stringContaining("accounts.nix is of no host alone"));
});
