/** A home lab as `init` would have to be told of it, from its files. */

import type { ReadBack } from "../../preset.ts";
import type { FleetFiles } from "../../regrow/read/fleet-files.ts";
import { ciOf, descriptionOf, namespaceIn, releaseOf } from "../../regrow/read/flake.ts";
import { given, type InventoryHost, readInventory, readUsers } from "../../regrow/read/inventory.ts";
import { diskIn, stateVersionIn } from "../../regrow/read/machine.ts";
import { ageOf, readSopsKeys, type SopsKeys } from "../../regrow/read/sops.ts";
import type { FleetSpec, HostSpec } from "../../spec/fleet-spec.ts";

export const readBack: ReadBack = (files, preset): FleetSpec => {
  const name = files.captured("shells/default.nix", /name = "(\S+)"/u) ?? files.captured("README.md", /^# (\S+)$/mu);
  const keys = readSopsKeys(files);
  const namespace = namespaceIn(/^(?:home|hosts\/_modules)\//u, files);
  return {
    ...given("name", name),
    description: descriptionOf("flake.nix", name ?? "", files),
    ...given("namespace", namespace),
    release: releaseOf("flake.nix", files),
    hosts: readInventory("fleet.nix", files).map((each) => hostOf(each, keys, files, preset)),
    users: readUsers("users.nix", [], files),
    shells: preset.choices.shells.filter((shell) => files.exists(`shells/${shell}.nix`)),
    secrets: files.exists("hosts/_modules/common/secrets.nix")
      ? { kind: "sops", operators: keys.operators }
      : { kind: "none" },
    deployment: files.exists("scripts/deploy.sh") ? "scripts" : "none",
    ci: ciOf(files),
  };
};

function hostOf(
  { host, entry }: InventoryHost,
  keys: SopsKeys,
  files: FleetFiles,
  preset: Parameters<ReadBack>[1],
): HostSpec {
  const folder = `hosts/${host.name}`;
  return {
    ...host,
    ...given("hardware", entry.text("hardware")),
    roles: entry.texts("roles"),
    services: entry.texts("services"),
    ...given("disk", diskIn(files.nix(`${folder}/disk.nix`), preset)),
    ...given("stateVersion", stateVersionIn(`${folder}/default.nix`, files)),
    ...given("age", ageOf(host.name, keys)),
  };
}
