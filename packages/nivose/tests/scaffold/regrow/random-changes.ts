/** Changes of a fleet as chance has them: always possible ones, each with the change that takes it back. */

import type { Preset } from "../../../src/scaffold/preset.ts";
import { hostAdded, hostRemoved, serviceOnHost } from "../../../src/scaffold/regrow/changes/hosts.ts";
import { shellAdded, shellRemoved } from "../../../src/scaffold/regrow/changes/shells.ts";
import { userAdded, userRemoved } from "../../../src/scaffold/regrow/changes/users.ts";
import type { FleetChange } from "../../../src/scaffold/regrow/regrow.ts";
import type { Fleet, HostSpec } from "../../../src/scaffold/spec/fleet-spec.ts";

export interface RandomChange {
  readonly change: FleetChange;
  /** Nothing for what cannot be had again as it was: what is removed comes back at the end. */
  readonly inverse?: FleetChange;
}

/** From 0 up to 1, always the same from one seed. */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomChange(fleet: Fleet, preset: Preset, chance: Chance): RandomChange {
  const adders = [addHost, addHost, addUser, addShell, addService, removeHost, removeUser, removeShell, removeService];
  for (;;) {
    const found = one(adders, chance)(fleet, preset, chance);
    if (found !== undefined) return found;
  }
}

export function addHost(fleet: Fleet, preset: Preset, chance: Chance): RandomChange {
  const host = randomHost(fleet, preset, chance);
  return { change: hostAdded(host), inverse: hostRemoved(host.name) };
}

export function addUser({ users, hosts }: Fleet, _: Preset, chance: Chance): RandomChange {
  const name = freeName(
    ["ada", "grace", "alan", "edsger", "barbara", "tony"],
    users.map((user) => user.name),
    chance,
  );
  const on = some(hosts, chance).map((host) => host.name);
  const fullName = `${name} of "x" \${y}`;
  const user = { name, fullName, sshKeys: chance() < 0.5 ? [] : [SSH_KEY], admin: chance() < 0.5 };
  return { change: userAdded(user, on), inverse: userRemoved(name) };
}

export function addShell({ shells }: Fleet, { choices }: Preset, chance: Chance): RandomChange | undefined {
  const free = choices.shells.filter((shell) => !shells.includes(shell));
  if (free.length === 0) return undefined;
  const name = one(free, chance);
  return { change: shellAdded(name), inverse: shellRemoved(name) };
}

export function addService({ hosts }: Fleet, { choices }: Preset, chance: Chance): RandomChange | undefined {
  const free = hosts
    .filter((host) => host.kind === "nixos")
    .flatMap((host) =>
      choices.services.filter((each) => !host.services.includes(each)).map((each) => [each, host.name] as const),
    );
  if (free.length === 0) return undefined;
  const [service, host] = one(free, chance);
  return { change: serviceOnHost(service, host, true), inverse: serviceOnHost(service, host, false) };
}

function removeHost({ hosts }: Fleet, _: Preset, chance: Chance): RandomChange | undefined {
  const free = hosts.filter(({ name }) => !hosts.some(({ dependsOn }) => dependsOn.includes(name)));
  return free.length === 0 ? undefined : { change: hostRemoved(one(free, chance).name) };
}

function removeUser({ users, hosts }: Fleet, _: Preset, chance: Chance): RandomChange | undefined {
  const free = users.filter(({ name }) => !hosts.some((host) => host.kind === "home" && host.users.join(" ") === name));
  return free.length === 0 ? undefined : { change: userRemoved(one(free, chance).name) };
}

function removeShell({ shells }: Fleet, _: Preset, chance: Chance): RandomChange | undefined {
  return shells.length === 0 ? undefined : { change: shellRemoved(one(shells, chance)) };
}

function removeService({ hosts }: Fleet, _: Preset, chance: Chance): RandomChange | undefined {
  const on = hosts.flatMap(({ name, services }) => services.map((service) => [service, name] as const));
  if (on.length === 0) return undefined;
  const [service, host] = one(on, chance);
  return { change: serviceOnHost(service, host, false) };
}

function randomHost(fleet: Fleet, { choices }: Preset, chance: Chance): HostSpec {
  const name = freeName(
    ["nova", "vega", "Rigel", "mira-2", "x"],
    fleet.hosts.map((host) => host.name.toLowerCase()),
    chance,
  );
  const kind = one(
    choices.kinds.filter((each) => each !== "home" || fleet.users.length > 0),
    chance,
  );
  const fitting = Object.entries(choices.hardware).flatMap(([hardware, { systems }]) =>
    systems
      .filter((system) => kind === "home" || system.endsWith("-darwin") === (kind === "darwin"))
      .map((system) => ({ hardware, system })),
  );
  const wave = Math.floor(chance() * 4);
  const before = fleet.hosts.filter((host) => host.wave <= wave).map((host) => host.name);
  return {
    name,
    kind,
    ...one(fitting, chance),
    wave,
    roles: some(choices.roles, chance),
    profiles: some(choices.profiles, chance),
    // a home without anybody is none
    users: (kind === "home" ? fleet.users : some(fleet.users, chance)).map((user) => user.name),
    tags: some(["edge", "canary"], chance),
    dependsOn: some(before, chance).slice(0, 2),
    ...(chance() < 0.5 ? {} : { description: 'It says "${x}", and more' }),
    ...(kind === "nixos" ? { services: some(choices.services, chance), disk: one(choices.disks, chance) } : {}),
  };
}

function freeName(names: readonly string[], taken: readonly string[], chance: Chance): string {
  const name = one(names, chance);
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? name : `${name}${count}`;
    if (!taken.includes(numbered.toLowerCase())) return numbered;
  }
}

function one<Item>(items: readonly Item[], chance: Chance): Item {
  return items[Math.floor(chance() * items.length)]!;
}

function some<Item>(items: readonly Item[], chance: Chance): Item[] {
  return items.filter(() => chance() < 0.4);
}

const SSH_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAICn/AmXbEfWNTYAH0JUSRhDn/kGMPUDC0OiatqQTG1br somebody";
