/** A service of a host that has no file of its own lies beside the modules that are listed for it. */

import { expect, test } from "vitest";
import type { EvaluatedFleet, EvaluatedHost } from "../../../src/check/hosts/evaluated-fleet.ts";
import { besideModules, hostFilesOf, hostStyle } from "../../../src/scaffold/service/place/host-files.ts";
import { withListed } from "../../../src/scaffold/site/own-list.ts";
import { repositoryOf } from "../../check/sources.ts";

function placed(modules: string, more: Readonly<Record<string, string>> = {}): readonly [string, string] | undefined {
  const repository = repositoryOf({
    "flake.nix": `{ outputs = { mk, ... }: { nixosConfigurations.nova = mk { hardware = [ ./hardware/one.nix ]; modules = ${modules}; }; }; }\n`,
    "hardware/one.nix": "{ }\n",
    "profiles/work.nix": "{ }\n",
    ...more,
  });
  const found = besideModules({ host: { name: "nova" } } as EvaluatedHost, "redis", { repository } as EvaluatedFleet);
  if (found === undefined) return undefined;
  const { bytes } = withListed(found.own, found.name);
  return [found.name, /modules = (.*?);/u.exec(Buffer.from(bytes).toString())![1]!];
}

test("named in the list, in a folder of the host's name", () => {
  expect(placed("[ ./profiles/work.nix ]")).toEqual([
    "profiles/nova/redis.nix",
    "[ ./profiles/work.nix ./profiles/nova/redis.nix ]",
  ]);
});

test("no list of modules, or one of a folder that is read, is no place", () => {
  expect(placed("common")).toBeUndefined();
  const reads = { "lib.nix": 'name: import (./profiles + "/${name}")\n' };
  expect(placed("[ ./profiles/work.nix ]", reads)).toBeUndefined();
});

test("the next service is a file beside the first", () => {
  const repository = repositoryOf({ "profiles/nova/redis.nix": "{ services.redis.servers.main.enable = true; }\n" });
  const own = { main: "profiles/nova/redis.nix", all: ["profiles/nova/redis.nix"] };
  expect(hostStyle(own, "caddy", { repository } as EvaluatedFleet)).toEqual({
    kind: "file",
    name: "profiles/nova/caddy.nix",
    siblings: ["profiles/nova/redis.nix"],
    importer: "profiles/nova/redis.nix",
  });
});

test("the file of a person is not the host's, even if no other host has it", () => {
  const repository = repositoryOf({ "users/zoe.nix": "{ users.users.zoe.isNormalUser = true; }\n" });
  const host = (name: string, files: readonly string[]): EvaluatedHost =>
    ({ host: { name }, files: new Set(files) }) as unknown as EvaluatedHost;
  const [luna, nova] = [host("luna", []), host("nova", ["users/zoe.nix"])];
  const fleet = { repository, hosts: [luna, nova], names: ["luna", "nova"] } as unknown as EvaluatedFleet;
  expect(hostFilesOf(nova, fleet)).toBeUndefined();
});
