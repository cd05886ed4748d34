/** Small flakes in one repository, as `init` would have to be told of them, from their files. */

import type { Preset, ReadBack } from "../../preset.ts";
import type { FleetFiles } from "../../regrow/read/fleet-files.ts";
import { ciOf, namespaceIn, releaseOf } from "../../regrow/read/flake.ts";
import { given, type InventoryHost, readInventory, readUsers } from "../../regrow/read/inventory.ts";
import { diskIn, hardwareIn, stateVersionIn } from "../../regrow/read/machine.ts";
import { ageOf, readSopsKeys, type SopsKeys } from "../../regrow/read/sops.ts";
import type { FleetSpec, HostSpec, UserSpec } from "../../spec/fleet-spec.ts";

export const readBack: ReadBack = (files, preset): FleetSpec => {
  const namespace = namespaceIn(/^(?:shared-modules|services)\/modules\//u, files);
  const keys = readSopsKeys(files);
  return {
    ...given("name", files.captured("README.md", /^# (\S+)$/mu)),
    description: descriptionIn(files.text("README.md")),
    ...given("namespace", namespace),
    release: releaseOf("shared-modules/flake.nix", files),
    hosts: readInventory("deployment/fleet.nix", files).map((each) =>
      hostOf(each, namespace ?? "", keys, files, preset),
    ),
    users: readUsers("shared-modules/modules/base-system/people.nix", [], files).map((each) => withEmail(each, files)),
    shells: shellsOf(files, preset),
    secrets: files.exists("secrets/flake.nix") ? { kind: "sops", operators: keys.operators } : { kind: "none" },
    deployment: "apps",
    ci: ciOf(files),
  };
};

/** The paragraph under the title; with marks of Markdown in it escaped, and a full stop behind it. */
function descriptionIn(readme: string): string {
  const [, text = ""] = /^# \S+\n\n(?!\S+ small flakes)(.+)\.\n\n/u.exec(readme) ?? [];
  return text.replaceAll(/\\([|\\`*_<>])/gu, "$1");
}

/** The shell that the documents name comes first. */
function shellsOf(files: FleetFiles, { choices }: Preset): readonly string[] {
  const first = files.captured("README.md", /^nix develop development#(\S+)/mu);
  const there = choices.shells.filter((shell) => files.exists(`development/shells/${shell}.nix`));
  return [...there.filter((shell) => shell === first), ...there.filter((shell) => shell !== first)];
}

function withEmail(user: UserSpec, files: FleetFiles): UserSpec {
  const path = `user-environments/users/${user.name}.nix`;
  const git = ["programs", "git"];
  const said =
    files.data(path, [...git, "settings", "user", "email"], "the address") ??
    files.data(path, [...git, "userEmail"], "the address");
  return typeof said === "string" ? { ...user, email: said } : user;
}

function hostOf(
  { host }: InventoryHost,
  namespace: string,
  keys: SopsKeys,
  files: FleetFiles,
  preset: Preset,
): HostSpec {
  if (host.kind === "home") return homeOf(host, files);
  const flake = files.exists(`desktop-systems/hosts/${host.name}`) ? "desktop-systems" : "minimal-systems";
  const folder = `${flake}/hosts/${host.name}`;
  const main = `${folder}/default.nix`;
  const isOn = (...path: readonly string[]): boolean => files.isOn(main, [namespace, ...path, "enable"]);
  const roles: Readonly<Record<string, string>> = { laptop: "power" };
  const services: Readonly<Record<string, string>> = { "mcp-servers": "mcp" };
  return {
    ...host,
    profiles: flake === "desktop-systems" ? ["desktop"] : [],
    roles: preset.choices.roles.filter((role) => isOn(roles[role] ?? role)),
    services: preset.choices.services.filter((service) => isOn("services", services[service] ?? service)),
    ...given("hardware", hardwareIn(files.nix(`${folder}/hardware.nix`), preset)),
    ...given("disk", diskIn(files.nix(`${folder}/disk.nix`), preset)),
    ...given("stateVersion", stateVersionIn(main, files)),
    ...given("age", ageOf(host.name, keys)),
  };
}

function homeOf(host: HostSpec, files: FleetFiles): HostSpec {
  const path = "user-environments/homes.nix";
  const profile = files.data(path, [host.name, "profile"], "the profile");
  const version = files.data(path, [host.name, "stateVersion"], "the version");
  return {
    ...host,
    profiles: profile === "desktop" ? ["desktop"] : [],
    ...(typeof version === "string" ? { stateVersion: version } : {}),
  };
}
