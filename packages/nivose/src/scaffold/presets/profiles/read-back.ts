/** A household of machines as `init` would have to be told of it, from its files. */

import type { Preset, ReadBack } from "../../preset.ts";
import type { FleetFiles } from "../../regrow/read/fleet-files.ts";
import { ciOf, descriptionOf, namespaceIn, releaseOf } from "../../regrow/read/flake.ts";
import { given, type InventoryHost, readInventory, readUsers } from "../../regrow/read/inventory.ts";
import { diskIn, hardwareIn, stateVersionIn } from "../../regrow/read/machine.ts";
import { ageOf, readSopsKeys, type SopsKeys } from "../../regrow/read/sops.ts";
import type { Fleet, FleetSpec, HostSpec, UserSpec } from "../../spec/fleet-spec.ts";
import { factsOf } from "./facts.ts";
import { secretsOf } from "./secrets.ts";

export const readBack: ReadBack = (files, preset): FleetSpec => {
  const name = files.captured("shells/default.nix", /name = "(\S+)"/u) ?? files.captured("README.md", /^# (\S+)$/mu);
  const namespace = namespaceIn(/^(?:modules|common|profiles|roles)\//u, files);
  const keys = readSopsKeys(files);
  const hosts = readInventory("fleet.nix", files).map((each) => hostOf(each, keys, files, preset));
  const users = readUsers("users/default.nix", [], files);
  return {
    ...given("name", name),
    description: descriptionOf("flake.nix", name ?? "", files),
    ...given("namespace", namespace),
    release: releaseOf("flake.nix", files),
    hosts,
    users,
    shells: shellsOf(files, preset),
    secrets: hasNoSecrets(hosts, users, files) ? { kind: "none" } : { kind: "sops", operators: keys.operators },
    deployment: isUpdatedByHand(hosts, files) ? "none" : "nixos-rebuild",
    ci: ciOf(files),
  };
};

function hostOf({ host, entry }: InventoryHost, keys: SopsKeys, files: FleetFiles, preset: Preset): HostSpec {
  const folder = `hosts/${host.name}`;
  const main = `${folder}/default.nix`;
  return {
    ...host,
    profiles: entry.texts("profiles"),
    roles: entry.texts("roles"),
    services: entry.texts("services"),
    ...given("hardware", hardwareIn(files.nix(`${folder}/hardware.nix`), preset) ?? noted(host.name, files)),
    ...given("disk", diskIn(files.nix(`${folder}/disk.nix`), preset)),
    ...given("stateVersion", stateVersionIn(main, files, host.kind === "home" ? "home" : "system")),
    ...given("age", ageOf(host.name, keys)),
  };
}

/** A home is on a machine whose hardware nothing but its document tells. */
function noted(host: string, files: FleetFiles): string | undefined {
  return files.captured(`docs/hosts/${host}.md`, /^\| hardware \| (\S+) \|$/mu);
}

/** In the order in which they are listed. */
function shellsOf(files: FleetFiles, { choices }: Preset): readonly string[] {
  return [...files.text("shells/default.nix").matchAll(/^ {2}"?([\w-]+)"? =/gmu)]
    .map(([, name]) => name!)
    .filter((name) => choices.shells.includes(name) && files.exists(`shells/${name}.nix`));
}

/** A fleet without anything secret yet may have secrets; one that keeps none has none where others would. */
function hasNoSecrets(hosts: readonly HostSpec[], users: readonly UserSpec[], files: FleetFiles): boolean {
  if (files.exists("common/secrets/nixos.nix")) return false;
  const fleet = { hosts, users, secrets: { operators: [] } } as unknown as Fleet;
  return secretsOf(fleet, factsOf(fleet)).length > 0;
}

/** Likewise: what updates machines from another one is there if there is such a machine. */
function isUpdatedByHand(hosts: readonly HostSpec[], files: FleetFiles): boolean {
  if (files.exists("packages/deploy")) return false;
  return factsOf({ hosts } as unknown as Fleet).remote.length > 0;
}
