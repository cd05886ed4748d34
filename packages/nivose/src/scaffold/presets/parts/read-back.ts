/** A layered infrastructure as `init` would have to be told of it, from its files. */

import type { Preset, ReadBack } from "../../preset.ts";
import type { FleetFiles } from "../../regrow/read/fleet-files.ts";
import { ciOf, descriptionOf, namespaceIn, releaseOf } from "../../regrow/read/flake.ts";
import { given, type InventoryHost, readInventory, readUsers } from "../../regrow/read/inventory.ts";
import { diskIn, hardwareIn, stateVersionIn } from "../../regrow/read/machine.ts";
import { ageOf, readSopsKeys, type SopsKeys } from "../../regrow/read/sops.ts";
import { openChoices } from "../../regrow/open-choices.ts";
import type { FleetSpec, HostSpec } from "../../spec/fleet-spec.ts";

export const readBack: ReadBack = (files, preset): FleetSpec => {
  const name = files.captured("README.md", /^# (\S+)$/mu);
  const namespace = namespaceIn(/^shared\/modules\//u, files);
  const keys = readSopsKeys(files);
  return {
    ...given("name", name),
    description: descriptionOf("flake.nix", name ?? "", files),
    ...given("namespace", namespace),
    release: releaseOf("flake.nix", files),
    hosts: readInventory("fleet.nix", files).map((each) => hostOf(each, namespace ?? "", keys, files, preset)),
    users: readUsers("fleet.nix", ["users"], files),
    shells: preset.choices.shells.filter((shell) => files.exists(`shared/shells/${shell}.nix`)),
    secrets: files.exists(".sops.yaml") ? { kind: "sops", operators: keys.operators } : { kind: "none" },
    deployment: files.exists("parts/deploy.nix") ? "deploy-rs" : "none",
    ci: ciOf(files),
  };
};

function hostOf(
  { host, entry }: InventoryHost,
  namespace: string,
  keys: SopsKeys,
  files: FleetFiles,
  preset: Preset,
): HostSpec {
  const folder = `infrastructure/${entry.text("where") ?? "local-machines"}/${host.name}`;
  const main = `${folder}/default.nix`;
  const { roles, profiles, services } = openChoices(preset, { files: files.all });
  const isOn = (...path: readonly string[]): boolean => files.isOn(main, [namespace, ...path, "enable"]);
  const hardware =
    entry.text("where") === "hetzner" ? "hetzner" : hardwareIn(files.nix(`${folder}/hardware.nix`), preset);
  return {
    ...host,
    roles: roles.filter((role) => isOn("roles", role)),
    profiles: profiles.filter((each) => isOn("development", each) || isOn("roles", "workstation", "development", each)),
    services: services.filter((service) => isOn("roles", "server", service)),
    ...given("hardware", hardware),
    ...given("disk", diskIn(files.nix(`${folder}/disk.nix`), preset)),
    ...given("stateVersion", stateVersionIn(main, files)),
    ...given("age", ageOf(host.name, keys)),
  };
}
