/** All files of a repository of this preset. */

import { ciFiles } from "../../parts/ci.ts";
import { diskFile, hardwareFile } from "../../parts/hardware.ts";
import { inventoryText, systemsOf } from "../../parts/inventory.ts";
import { shellFiles } from "../../parts/shells.ts";
import type { Draft } from "../../draft.ts";
import { inputsText } from "../../lock/inputs-text.ts";
import { nixValue } from "../../nix.ts";
import type { Drawing } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import { hostNotes } from "./documents.ts";
import { type Facts, factsOf, has } from "./facts.ts";
import { inputsOf } from "./inputs.ts";
import { roles } from "./parts.ts";
import { secretsOf } from "./secrets.ts";
import { isWanted, valuesOf } from "./values.ts";

export function draw(spec: Fleet, templates: Templates): Drawing {
  const fleet = { ...spec, hosts: spec.hosts.map(withFittingRoles) };
  const facts = factsOf(fleet);
  const secrets = secretsOf(fleet, facts);
  const inputs = inputsOf(fleet, facts, secrets.length > 0);
  const systems = systemsOf(fleet);
  const values = valuesOf(fleet, facts, secrets.length > 0, inputsText(inputs, fleet.release));
  return {
    files: [
      ...templates.all("files", values, (path) => isWanted(path, values)).map(tidied),
      { path: "fleet.nix", text: inventoryText(fleet.hosts, ofInventory) },
      { path: "users/default.nix", text: peopleText(fleet) },
      ...fleet.users.map(({ name }) => ({
        path: `users/${name}/home.nix`,
        text: templates.fill("users/home.nix", values),
      })),
      ...fleet.hosts.flatMap((host) => hostFiles(host, values, templates)),
      ...shellFiles(fleet, "shells", templates),
      ...ciFiles(fleet, systems.length === 0 ? ["x86_64-linux"] : systems, templates),
      ...hostNotes(fleet, facts, values, templates),
    ],
    flakes: [{ folder: "", inputs }],
    secrets,
    notes: notesOf(spec, facts),
    next: [
      { command: "git add . && nix flake check --no-build", does: "evaluate every machine" },
      { command: "nix develop", does: "the tools of the repository" },
      nextBuild(facts),
    ],
  };
}

/** Where a part of a document was left out, one empty line is enough. */
function tidied(draft: Draft): Draft {
  if (!draft.path.endsWith(".md")) return draft;
  return { ...draft, text: `${draft.text.replaceAll(/\n{3,}/gu, "\n\n").trimEnd()}\n` };
}

function withFittingRoles(host: Host): Host {
  return { ...host, roles: host.roles.filter((role) => fits(role, host)) };
}

/** A role of the repository's own is for whoever has it. */
function fits(role: string, { kind }: Host): boolean {
  return roles[role]?.includes(kind) ?? true;
}

function ofInventory(host: Host) {
  return { profiles: host.profiles, roles: host.roles, services: host.services };
}

function peopleText({ users }: Fleet): string {
  const people = users.map(
    ({ name, fullName, email, sshKeys, admin }) =>
      [name, { fullName, email, sshKeys, ...(admin ? {} : { isAdministrator: false }) }] as const,
  );
  return `# The people of this fleet. What is in a home is in the folder of that name.\n${nixValue(Object.fromEntries(people))}\n`;
}

function hostFiles(host: Host, values: Values, templates: Templates): Draft[] {
  const folder = `hosts/${host.name}`;
  if (host.kind !== "nixos")
    return [
      {
        path: `${folder}/default.nix`,
        text: templates.fill(`hosts/${host.kind}.nix`, { ...values, stateVersion: host.stateVersion }),
      },
    ];
  const disk = diskFile(host, `${folder}/disk.nix`, templates);
  const own = {
    stateVersion: host.stateVersion,
    disk: disk !== undefined,
    bios: host.hardware === "bios",
    containers: host.roles.includes("container-host"),
    vendor: vendorOf(host),
  };
  return [
    { path: `${folder}/default.nix`, text: templates.fill("hosts/nixos.nix", { ...values, ...own }) },
    hardwareFile(host, `${folder}/hardware.nix`, templates),
    ...(disk === undefined ? [] : [disk]),
  ];
}

/** The graphics card of a machine that is looked at; a guess by its processor. */
function vendorOf(host: Host): string {
  const isLookedAt = has(host, "gaming") || host.roles.includes("workstation");
  return isLookedAt && ["amd", "intel"].includes(host.hardware) ? host.hardware : "";
}

function notesOf(spec: Fleet, { backupClients, backupServer, nixos }: Facts): string[] {
  const unfit = spec.hosts.flatMap((host) =>
    host.roles
      .filter((role) => !fits(role, host))
      .map((role) => `The role '${role}' is for NixOS, so ${host.name} is without it.`),
  );
  const withoutSecrets =
    spec.secrets === undefined && backupServer !== undefined && backupClients.length > 0
      ? ["Without encrypted secrets, the passwords of the backups are put in place by hand: see docs/backup.md."]
      : [];
  const hasLogin = spec.users.some(({ sshKeys }) => sshKeys.length > 0);
  const lockedOut = nixos.some(({ users }) => users.length > 0) && !hasLogin;
  const withoutKeys = lockedOut
    ? [
        "Nobody has a public SSH key, and no password fits yet, so nobody could log in to a NixOS machine: add keys to users/default.nix.",
      ]
    : [];
  return [...unfit, ...withoutSecrets, ...withoutKeys];
}

function nextBuild({ nixos, darwin }: Facts) {
  const [host] = nixos;
  if (host !== undefined) return { command: `nixos-rebuild build --flake .#${host.name}`, does: "build one of them" };
  const [mac] = darwin;
  if (mac !== undefined) return { command: `darwin-rebuild build --flake .#${mac.name}`, does: "build one of them" };
  return { command: "nix flake show", does: "what there is" };
}
