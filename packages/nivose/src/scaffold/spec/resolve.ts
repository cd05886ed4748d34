/** A spec with everything filled in, and checked for what no single field can tell. */

import { isKeyword, nearest } from "@nivose/nix/syntax";
import type { Preset } from "../preset.ts";
import { scaffoldMessages } from "../messages.ts";
import { misfitOf } from "../parts/hardware.ts";
import { checkField, type SpecProblem } from "./check.ts";
import { checkWhole } from "./check-whole.ts";
import { fleetFields } from "./fields.ts";
import type { Fleet, FleetSpec, Host, HostKind, HostSpec } from "./fleet-spec.ts";
import { reservedNames } from "./reserved-names.ts";

export interface Surroundings {
  readonly releases: readonly string[];
  readonly defaultRelease: string;
  /** The name of the folder that the fleet goes into. */
  readonly folderName: string;
}

export type Resolved =
  | { readonly ok: true; readonly fleet: Fleet }
  | { readonly ok: false; readonly problems: readonly SpecProblem[] };

export function resolveSpec(spec: unknown, preset: Preset, surroundings: Surroundings): Resolved {
  const problems = checkField(spec, fleetFields(preset.choices, surroundings.releases), "");
  if (problems.length > 0) return { ok: false, problems };
  const fleet = fillIn(spec as FleetSpec, preset, surroundings);
  const further = [...checkNames(fleet), ...checkFleet(fleet, preset)];
  return further.length > 0 ? { ok: false, problems: further } : { ok: true, fleet };
}

/** What no single field can tell of hosts and people. */
export function checkFleet(fleet: Fleet, preset: Preset): SpecProblem[] {
  return [...fleet.hosts.flatMap((host, index) => checkHost(host, index, fleet, preset)), ...checkWhole(fleet)];
}

/** Says what a spec leaves out. */
export function fillIn(spec: FleetSpec, preset: Preset, { defaultRelease, folderName }: Surroundings): Fleet {
  const name = spec.name ?? nameOf(folderName);
  const release = spec.release ?? defaultRelease;
  const hosts = spec.hosts ?? [];
  const named = [...new Set(hosts.flatMap((host) => host.users ?? []))];
  const users =
    spec.users ?? (named.length > 0 ? named : hosts.length > 0 ? ["admin"] : []).map((each) => ({ name: each }));
  return {
    preset: preset.name,
    name,
    description: spec.description ?? "",
    namespace: spec.namespace ?? namespaceOf(name),
    release,
    hosts: hosts.map((host) =>
      fillHost(
        host,
        preset,
        release === "unstable" ? defaultRelease : release,
        users.map((user) => user.name),
      ),
    ),
    users: users.map((user) => ({
      fullName: user.name,
      email: `${user.name}@example.org`,
      sshKeys: [],
      admin: true,
      ...user,
    })),
    shells: spec.shells ?? preset.choices.shells,
    secrets: spec.secrets?.kind === "none" ? undefined : { operators: spec.secrets?.operators ?? [] },
    deployment: spec.deployment ?? preset.choices.deployments[0] ?? "none",
    ci: spec.ci ?? ["github", "forgejo"],
    package: spec.package ?? {},
  };
}

function fillHost(host: HostSpec, preset: Preset, release: string, users: readonly string[]): Host {
  const { choices } = preset;
  const fits = (kind: HostKind) => choices.kinds.includes(kind);
  const kind =
    host.kind ??
    (host.system?.endsWith("-darwin") === true && fits("darwin") ? "darwin" : (choices.kinds[0] ?? "nixos"));
  const hardware = host.hardware ?? defaultHardware(kind, host.system, preset);
  const system =
    host.system ?? choices.hardware[hardware]?.systems[0] ?? (kind === "darwin" ? "aarch64-darwin" : "x86_64-linux");
  return {
    kind,
    system,
    hardware,
    description: "",
    disk: kind === "nixos" ? (choices.disks[0] ?? "ext4") : "",
    roles: (host.services ?? []).length > 0 ? (preset.roleOfServers ?? []) : [],
    profiles: [],
    users,
    services: [],
    address: host.name,
    tags: [],
    wave: 1,
    dependsOn: [],
    stateVersion: kind === "darwin" ? newestDarwin(release) : release,
    age: undefined,
    ...host,
  };
}

function defaultHardware(kind: HostKind, system: string | undefined, { choices }: Preset): string {
  const isDarwin = kind === "darwin";
  const fits = Object.keys(choices.hardware).find((name) => {
    const { systems } = choices.hardware[name]!;
    return system === undefined
      ? systems.some((each) => each.endsWith("-darwin") === isDarwin)
      : systems.includes(system);
  });
  return fits ?? "";
}

function checkNames(fleet: Fleet): SpecProblem[] {
  const { namespace } = fleet;
  if (!isKeyword(namespace) && !reservedNames.has(namespace)) return [];
  return [{ place: "namespace", ...scaffoldMessages["spec-reserved"]("namespace", namespace) }];
}

function wrongSystemOf({ kind, system }: Host): string | undefined {
  const isDarwin = system.endsWith("-darwin");
  if (kind === "nixos" && isDarwin) return `NixOS does not run on ${system}`;
  if (kind === "darwin" && !isDarwin) return `nix-darwin does not run on ${system}`;
  return undefined;
}

function checkHost(host: Host, index: number, fleet: Fleet, { choices }: Preset): SpecProblem[] {
  const place = `hosts[${index}]`;
  const problems: SpecProblem[] = [];
  const clash = (field: string, why: string): void => {
    problems.push({ place: `${place}.${field}`, ...scaffoldMessages["spec-clash"](`${place}.${field}`, why) });
  };
  if (choices.kinds.length === 0) clash("name", "this preset has no hosts");
  const wrongSystem = wrongSystemOf(host);
  // hardware that nobody named follows from the system
  const misfit =
    wrongSystem === undefined && Object.hasOwn(choices.hardware, host.hardware) ? misfitOf(host) : undefined;
  if (wrongSystem !== undefined) clash("system", wrongSystem);
  if (misfit !== undefined) clash("hardware", misfit);
  if (host.kind !== "nixos" && host.services.length > 0) clash("services", "services are for NixOS hosts");
  const oldState = stateVersionProblem(host, fleet);
  if (oldState !== undefined) clash("stateVersion", oldState);
  const userNames = fleet.users.map(({ name }) => name);
  problems.push(...unknownNames(host.users, userNames, `${place}.users`, "users"));
  const others = fleet.hosts.map(({ name }) => name).filter((name) => name !== host.name);
  problems.push(...unknownNames(host.dependsOn, others, `${place}.dependsOn`, "hosts"));
  return problems;
}

/** What the option of the same name does not take. */
function stateVersionProblem({ kind, stateVersion }: Host, { release }: Fleet): string | undefined {
  if (kind === "darwin") {
    const newest = newestDarwin(release);
    return /^[1-9]$/u.test(stateVersion) && stateVersion <= newest
      ? undefined
      : `nix-darwin counts from 1 to ${newest}`;
  }
  if (!/^(?:1[5-9]|20)\.(?:03|09)$|^(?:2[1-9]|[3-9]\d)\.(?:05|11)$/u.test(stateVersion))
    return "it is a release such as '24.11'";
  if (stateVersion > release) return `${stateVersion} is newer than the release of the fleet, ${release}`;
  // homes have the version of their host, and before 20.09 they looked for nixpkgs in NIX_PATH where no host has it for them
  const oldest = kind === "home" ? "20.09" : "18.09";
  return stateVersion < oldest ? `homes count from ${oldest}` : undefined;
}

function newestDarwin(release: string): string {
  return release < "25.05" ? "5" : "6";
}

function unknownNames(names: readonly string[], known: readonly string[], place: string, list: string): SpecProblem[] {
  return names.flatMap((name, index) => {
    if (known.includes(name)) return [];
    const where = `${place}[${index}]`;
    return [{ place: where, ...scaffoldMessages["spec-nobody"](where, name, list, nearest(name, known)) }];
  });
}

/** A name that is fit for a repository, made of that of a folder. */
function nameOf(folder: string): string {
  const name = folder
    .replaceAll(/[^A-Za-z0-9-]+/gu, "-")
    .replace(/^-+/u, "")
    .slice(0, 63)
    .replace(/-+$/u, "");
  return name === "" ? "fleet" : name;
}

function namespaceOf(name: string): string {
  const namespace = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "")
    .replace(/^\d+/u, "");
  return namespace === "" || isKeyword(namespace) || reservedNames.has(namespace) ? "fleet" : namespace;
}
