/** All files of the repository. */

import type { Draft } from "../../draft.ts";
import { inputsText } from "../../lock/inputs-text.ts";
import { inventoryText, systemsOf } from "../../parts/inventory.ts";
import { formatterOf, shellFiles } from "../../parts/shells.ts";
import type { DraftFlake, Drawing } from "../../preset.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import { documentValues } from "./documents.ts";
import { flakesOf, needsDisko } from "./flakes.ts";
import { peopleFiles } from "./people.ts";
import { stationsOf } from "./places.ts";
import { keysFile, secretFiles } from "./secrets.ts";
import { stationFiles } from "./stations.ts";

export function drawMultiFlake(fleet: Fleet, templates: Templates): Drawing {
  const hasSecrets = fleet.secrets !== undefined;
  const flakes = flakesOf(fleet, hasSecrets);
  const keeps = (path: string): boolean =>
    (hasSecrets || (!path.startsWith("secrets/") && path !== "docs/secrets.md")) &&
    (fleet.ci.includes("github") || !path.startsWith(".github/")) &&
    (fleet.ci.includes("forgejo") || !path.startsWith(".forgejo/"));
  const files: Draft[] = [
    ...templates.all("files", valuesOf(fleet, flakes), keeps),
    { path: "deployment/fleet.nix", text: inventoryText(fleet.hosts) },
    ...stationFiles(fleet, templates),
    ...peopleFiles(fleet, templates),
    ...shellFiles(fleet, "development/shells", templates),
    ...(hasSecrets ? [keysFile(fleet)] : []),
  ];
  return { files, flakes, secrets: secretFiles(fleet), notes: notesOf(fleet), next: nextOf(fleet) };
}

function valuesOf(fleet: Fleet, flakes: readonly DraftFlake[]): Values {
  const { release } = fleet;
  const inputs = Object.fromEntries(
    flakes.map(({ folder, inputs: each }) => [
      `${folder.replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase())}Inputs`,
      inputsText(each, release, folder),
    ]),
  );
  return {
    ...inputs,
    ...documentValues(fleet, flakes),
    name: fleet.name,
    namespace: fleet.namespace,
    release,
    secrets: fleet.secrets !== undefined,
    desktopDisko: needsDisko(fleet, "desktop-systems"),
    minimalDisko: needsDisko(fleet, "minimal-systems"),
    systems: systemNames(fleet).map((system) => `"${system}"`),
    formatter: formatterOf(release),
    tuigreet: release >= "25.11" ? "tuigreet" : "greetd.tuigreet",
    sudoFlag: release >= "25.11" ? "sudo" : "use-remote-sudo",
    newLogind: release >= "25.11",
    newGit: release >= "25.11",
    newHyprland: release >= "26.05",
    flakeNames: flakes.map(({ folder }) => folder),
    flakeItems: flakes.map(({ folder }) => `- ${folder}`),
    runnerItems: systemsOf(fleet).map((system) => `- { system: ${system}, runner: ${runnerOf(system)} }`),
  };
}

/** Packages, shells and apps are for these, whatever the stations are. */
function systemNames(fleet: Fleet): string[] {
  return [...new Set([...systemsOf(fleet), "aarch64-darwin", "aarch64-linux", "x86_64-linux"])].toSorted();
}

function runnerOf(system: string): string {
  const runners: Readonly<Record<string, string>> = {
    "aarch64-linux": "ubuntu-24.04-arm",
    "aarch64-darwin": "macos-15",
    "x86_64-darwin": "macos-15-intel",
  };
  return runners[system] ?? "ubuntu-24.04";
}

function notesOf(fleet: Fleet): string[] {
  const stations = stationsOf(fleet.hosts);
  const hasKeys = fleet.users.some(({ sshKeys }) => sshKeys.length > 0);
  return [
    ...(stations.length > 0 && !hasKeys
      ? [
          "Nobody has a public SSH key, so the stations could not be reached: add keys to shared-modules/modules/base-system/people.nix.",
        ]
      : []),
    ...(fleet.secrets !== undefined && stations.some(({ users }) => users.length > 0)
      ? [
          "No user has a password yet: docs/secrets.md tells how to set one. Until then people log in by their SSH keys alone.",
        ]
      : []),
  ];
}

function nextOf(fleet: Fleet): Drawing["next"] {
  const station = stationsOf(fleet.hosts)[0]?.name;
  return [
    { command: "nix build ./packages#my-app", does: "a package, without any station" },
    { command: "nix flake check --no-build ./deployment", does: "all stations evaluate, and the flakes fit together" },
    station === undefined
      ? { command: "deployment/scripts/pin-registry", does: "lets 'nix build packages#my-app' mean this repository" }
      : { command: `nix run ./deployment#deploy -- --action build ${station}`, does: "builds a station here" },
  ];
}
