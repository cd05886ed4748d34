/** All files of the repository. */

import { inputsText } from "../../lock/inputs-text.ts";
import { nixString } from "../../nix.ts";
import { ciFiles } from "../../parts/ci.ts";
import { systemsOf } from "../../parts/inventory.ts";
import { formatterOf, shellFiles } from "../../parts/shells.ts";
import type { Drawing, NextCommand } from "../../preset.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import { buildCommand, documentValues } from "./documents.ts";
import { hostFiles } from "./host.ts";
import { partsInputs } from "./inputs.ts";
import { partsInventory } from "./inventory.ts";
import { impossibleRoles, placeOfHost } from "./place.ts";
import { secretFiles } from "./secrets.ts";

export function drawParts(fleet: Fleet, templates: Templates): Drawing {
  const inputs = partsInputs(fleet);
  const systems = [...new Set(["x86_64-linux", "aarch64-linux", "aarch64-darwin", ...systemsOf(fleet)])].toSorted();
  const values = {
    ...documentValues(fleet),
    ...valuesOf(fleet),
    inputs: inputsText(inputs, fleet.release),
    systems: systems.map((system) => nixString(system)),
  };
  const keeps = (path: string): boolean => path !== "parts/deploy.nix" && path !== "shared/packages/deploy-fleet.nix";
  return {
    files: [
      ...templates.all("files", values, (path) => fleet.deployment === "deploy-rs" || keeps(path)),
      { path: "fleet.nix", text: partsInventory(fleet) },
      ...shells(fleet, values, templates),
      ...fleet.hosts.flatMap((host) => hostFiles(host, fleet, templates)),
      ...ciFiles(fleet, systems, templates),
    ],
    flakes: [{ folder: "", inputs }],
    secrets: secretFiles(fleet),
    notes: fleet.hosts.flatMap((host) =>
      impossibleRoles(host).map((role) => `The role '${role}' of ${host.name} is left out: it needs NixOS.`),
    ),
    next: nextCommands(fleet),
  };
}

function nextCommands(fleet: Fleet): NextCommand[] {
  const [first] = fleet.hosts;
  const isInCloud = fleet.hosts.some((host) => placeOfHost(host) === "hetzner");
  return [
    { command: "nix flake check --no-build --all-systems", does: "evaluates every host and every test" },
    first === undefined
      ? { command: "cat docs/new-host.md", does: "says how the first host comes to be" }
      : { command: buildCommand(first), does: `builds ${first.name}, and changes nothing` },
    isInCloud && fleet.secrets !== undefined
      ? { command: "sops shared/secrets/hetzner.yaml", does: "for the token of Hetzner" }
      : { command: "nix develop", does: "has the tools that this repository is worked on with" },
  ];
}

function valuesOf(fleet: Fleet): Values {
  const { release } = fleet;
  return {
    name: fleet.name,
    namespace: fleet.namespace,
    description: nixString(fleet.description === "" ? `The machines of ${fleet.name}` : fleet.description),
    formatter: formatterOf(release),
    hcloud: release < "25.11" ? "hcloud" : "hetznercloud_hcloud",
    secrets: fleet.secrets !== undefined,
    deploy: fleet.deployment === "deploy-rs",
    // nix-darwin acts as root and asks whose settings it changes
    darwinPrimaryUser: release >= "25.05",
    gitSettings: release >= "25.11",
    // for programs that fill in a template of their own
    title: "@title@",
  };
}

function shells(fleet: Fleet, values: Values, templates: Templates) {
  const shared = { ...fleet, shells: fleet.shells.filter((shell) => shell !== "python") };
  const own = [
    { path: "shared/shells/repository.nix", text: templates.fill("repository-shell.nix", values) },
    ...(fleet.shells.includes("python")
      ? [{ path: "shared/shells/python.nix", text: templates.fill("python-shell.nix", values) }]
      : []),
  ];
  return [...own, ...shellFiles(shared, "shared/shells", templates)];
}
