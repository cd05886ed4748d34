/** What templates of this preset are filled with. */

import { usesDisko } from "../../parts/hardware.ts";
import { systemsOf } from "../../parts/inventory.ts";
import { formatterOf } from "../../parts/shells.ts";
import { nixName, nixString } from "../../nix.ts";
import { newestRelease } from "../../release.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import type { Values } from "../../template.ts";
import { listed, plain, sentence } from "./documents.ts";
import { type Facts, has } from "./facts.ts";
import { darwinNixpkgs } from "./inputs.ts";
import { machineTasks } from "./todo.ts";

export function valuesOf(fleet: Fleet, facts: Facts, secrets: boolean, inputs: string) {
  return {
    ...ofFlake(fleet, facts, inputs),
    ...ofRelease(fleet, facts),
    ...ofDocuments(fleet, facts),
    ...ofTasks(fleet, facts, secrets),
    secrets,
    darwin: facts.darwin.length > 0,
    home: facts.homes.length > 0,
    disko: fleet.hosts.some(usesDisko),
    deploy: fleet.deployment !== "none" && facts.remote.length > 0,
    backupServer: facts.backupServer !== undefined && secrets,
    monitoring: facts.monitor !== undefined,
    work: facts.workers.length > 0,
  } satisfies Values;
}

/** What belongs to something that the fleet does not have is left out. */
export function isWanted(path: string, values: ReturnType<typeof valuesOf>): boolean {
  const { darwin, home, secrets, monitoring, work, deploy, backupServer, gamingNames, lowNames, aNixos } = values;
  if (path === "common/secrets/darwin.nix") return darwin && secrets;
  if (/(?:^|\/)darwin(?:\/|\.nix$)|^docs\/macos\.md$/u.test(path)) return darwin;
  if (path === "common/fleet/home.nix") return home;
  if (path === "common/secrets/services.nix") return monitoring && secrets;
  if (path === "common/secrets/work.nix") return work && secrets;
  if (path.startsWith("common/secrets/") || path === "docs/secrets.md") return secrets;
  if (path.startsWith("packages/deploy/")) return deploy;
  if (path.startsWith("packages/prune-backups/")) return backupServer;
  if (path === "docs/gaming.md") return gamingNames !== "";
  if (path === "docs/low-resource.md") return lowNames !== "";
  if (path === "docs/boot.md") return aNixos !== "";
  return true;
}

function ofFlake(fleet: Fleet, facts: Facts, inputs: string) {
  const systems = systemsOf(fleet);
  return {
    ns: nixName(fleet.namespace),
    descriptionText: nixString(fleet.description === "" ? `The machines of ${fleet.name}` : fleet.description),
    inputs,
    systems: (systems.length === 0 ? ["x86_64-linux"] : systems).map((system) => nixString(system)),
    nixpkgsDarwin: darwinNixpkgs(fleet, facts),
    shellName: fleet.name,
    shellLines: fleet.shells.map((shell) => `${nixName(shell)} = pkgs.callPackage ./${shell}.nix { };`),
  };
}

function ofRelease({ release }: Fleet, _facts: Facts) {
  const old = release < "25.05";
  return {
    old,
    channel: `github:NixOS/nixpkgs/nixos-${release}`,
    stateVersion: release === "unstable" ? newestRelease : release,
    nixfmt: formatterOf(release),
    nixosRebuild: release < "25.11" ? "nixos-rebuild" : "nixos-rebuild-ng",
    touchId: old ? "config.security.pam.enableSudoTouchIdAuth" : "config.security.pam.services.sudo_local.touchIdAuth",
  };
}

/** Names of hosts that documents speak of; empty where there is none. */
function ofDocuments(fleet: Fleet, facts: Facts) {
  const { nixos, darwin, homes, remote, backupServer, monitor, containerHosts } = facts;
  const low = nixos.filter(({ roles }) => roles.includes("low-resource"));
  const aNixos = nixos[0]?.name ?? "";
  const aMac = darwin[0]?.name ?? "";
  const aHome = homes.flatMap(({ name, users }) => users.map((user) => `${user}@${name}`))[0] ?? "";
  return {
    name: fleet.name,
    namespace: fleet.namespace,
    descriptionLine: fleet.description === "" ? `The machines of ${fleet.name}.` : sentence(fleet.description),
    hostTable: hostTable(fleet),
    hostLinks:
      fleet.hosts.length === 0
        ? ["There is no host yet: docs/new-host.md."]
        : fleet.hosts.map(
            ({ name, description }) => `- [${name}](${name}.md)${description === "" ? "" : `: ${plain(description)}`}`,
          ),
    aNixos,
    aMac,
    aRemote: remote[0]?.name ?? "",
    remoteNames: listed(remote),
    buildCommand:
      aNixos !== ""
        ? `nixos-rebuild build --flake .#${aNixos}`
        : aMac !== ""
          ? `nix build .#darwinConfigurations.${aMac}.system`
          : aHome !== ""
            ? `nix build '.#homeConfigurations."${aHome}".activationPackage'`
            : "nix build .#options",
    macNames: listed(darwin),
    gamingNames: listed(nixos.filter((host) => has(host, "gaming"))),
    lowNames: listed(low),
    lowFirst: low[0]?.name ?? "",
    biosNames: listed(nixos.filter(({ hardware }) => hardware === "bios")),
    bios: nixos.some(({ hardware }) => hardware === "bios"),
    backupName: backupServer?.name ?? "",
    monitorName: monitor?.name ?? "",
    containerNames: listed(containerHosts),
    containers: containerHosts.length > 0,
    shellList:
      fleet.shells.length === 0 ? "none yet" : fleet.shells.map((shell) => `\`nix develop .#${shell}\``).join(", "),
  };
}

function hostTable({ hosts }: Fleet): string[] {
  if (hosts.length === 0) return ["There is no machine yet: docs/new-host.md."];
  return [
    "| host | what it is | platform | profiles | roles |",
    "| --- | --- | --- | --- | --- |",
    ...hosts.map(
      ({ name, description, system, profiles, roles }) =>
        `| [${name}](docs/hosts/${name}.md) | ${plain(description)} | ${system} | ${profiles.join(", ")} | ${roles.join(", ")} |`,
    ),
  ];
}

function ofTasks(fleet: Fleet, facts: Facts, secrets: boolean) {
  const { ci, hosts } = fleet;
  const tick = (isDone: boolean): string => (isDone ? "x" : " ");
  const hasMacs = facts.darwin.length > 0;
  const where = (text: string): string => (hasMacs ? `: ${text}` : "");
  const ciPaths = ci.map((forge) => `\`.${forge}/workflows/check.yml\``).join(", ");
  return {
    hostsTick: tick(hosts.some(({ profiles }) => profiles.length > 0)),
    darwinTick: tick(hasMacs),
    secretsTick: tick(secrets),
    ciTick: tick(ci.length > 0),
    ci: ci.length > 0,
    ciPaths,
    ciWhere: ci.length > 0 ? `: ${ciPaths}` : "",
    darwinModules: where("`modules/darwin/`"),
    darwinDefaults: where("`modules/darwin/defaults.nix`, docs/macos.md"),
    darwinHomebrew: where("`modules/darwin/homebrew.nix`"),
    darwinCommon: where("`common/`, `roles/workstation/`, `modules/home/`"),
    machines: machineTasks(fleet),
  };
}
