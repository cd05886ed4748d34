/** A repository of one package has no hosts of its preset: those that are in it are the user's own. */

import { expect, test } from "vitest";
import { recognise } from "../../../src/scaffold/site/recognise.ts";
import { addHost } from "../../../src/scaffold/site/host.ts";
import { templatesOf } from "../../../src/scaffold/template.ts";
import { presetsFolder } from "../sound-repository.ts";
import { codesOf } from "../add/grown-site.ts";
import { repositoryOf } from "../../check/sources.ts";
import { type Files, labOf } from "./lab.ts";

const machines = templatesOf(presetsFolder, "homelab");

async function hostIn(files: Files) {
  const { own, repository } = await recognise(repositoryOf(Object.fromEntries(files)));
  expect(own).toBeUndefined();
  return addHost({ repository }, { host: { name: "nova" } }, machines);
}

test("a host is not understood where there is none", async () => {
  expect(codesOf(await hostIn(await labOf("package")))).toEqual(["site-no-model"]);
});

test("a host is added to those that the user has", async () => {
  const files = new Map(await labOf("package"));
  const system = "nixosConfigurations.demo = lib.nixosSystem { modules = [ ./hosts/demo.nix ]; };";
  files.set("flake.nix", files.get("flake.nix")!.replace("overlays.default =", `${system}\n      overlays.default =`));
  files.set("hosts/demo.nix", '{ networking.hostName = "demo"; nixpkgs.hostPlatform = "x86_64-linux"; }\n');
  const grown = await hostIn(files);
  expect(codesOf(grown)).toEqual([]);
  expect(grown.ok && [...grown.growth.files.keys()]).toEqual(expect.arrayContaining(["flake.nix", "hosts/nova.nix"]));
});
