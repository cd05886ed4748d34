/** Hosts of a fleet that come and go. */

import { nearest } from "@nivose/nix/syntax";
import type { Repository } from "../../../check/source/repository.ts";
import type { GrowProblem } from "../../growth.ts";
import { scaffoldMessages } from "../../messages.ts";
import type { Preset } from "../../preset.ts";
import { newestRelease, releases } from "../../release.ts";
import type { Fleet, Host, HostSpec } from "../../spec/fleet-spec.ts";
import { fillIn } from "../../spec/resolve.ts";
import { usesOfMachine } from "../../site/machine-uses.ts";
import type { FleetChange } from "../regrow.ts";

/** `usual` is what counts where nothing is said. */
export function hostAdded(spec: HostSpec, usual: Partial<HostSpec> = {}): FleetChange {
  return {
    title: `Add host ${spec.name}`,
    change(fleet, { preset }) {
      const known = fleet.hosts.find(({ name }) => name === spec.name);
      if (known !== undefined) return sameOr(known, spec, fleet);
      return { ...fleet, hosts: [...fleet.hosts, hostOf({ ...usual, ...spec }, fleet, preset)] };
    },
    next: [
      { command: "nivose check", does: "looks at it together with the rest" },
      { command: `nivose show ${spec.name}`, does: "tells what it has come to be" },
    ],
  };
}

export function hostRemoved(name: string): FleetChange {
  return {
    title: `Remove host ${name}`,
    deletes: true,
    change(fleet) {
      const names = fleet.hosts.map((host) => host.name);
      if (!names.includes(name)) return nobody("host", name, names);
      const waiting = fleet.hosts.filter(({ dependsOn }) => dependsOn.includes(name)).map((host) => host.name);
      if (waiting.length > 0)
        return refused(scaffoldMessages["grow-needed"]("host", name, `${waiting.join(", ")} depends on it`));
      return { ...fleet, hosts: fleet.hosts.filter((host) => host.name !== name) };
    },
    verify: (grown, { hosts }) =>
      reached(
        grown,
        hosts.find((host) => host.name === name)!,
      ),
    next: [{ command: "nivose check", does: "looks at what is left" }],
  };
}

/** Whatever is left builds on it, saves its state there, or leads there by SSH. */
function reached(grown: Repository, { name, address }: Host): readonly GrowProblem[] {
  return usesOfMachine(grown, { name, address }).map(({ file, ref }) => {
    const place = `${file.name}:${file.positions.at(file.tree.start(ref)).line}`;
    return { message: scaffoldMessages["grow-needed"]("host", name, `${place} leads to it`), file: file.name };
  });
}

/** A service of the preset's own, or of the repository's, by its name on a host. */
export function serviceOnHost(service: string, host: string, isOn: boolean): FleetChange {
  return {
    title: isOn ? `Add service ${service} to ${host}` : `Remove service ${service} from ${host}`,
    deletes: !isOn,
    change(fleet, { preset: { choices } }) {
      const known = fleet.hosts.find(({ name }) => name === host);
      if (known === undefined)
        return nobody(
          "host",
          host,
          fleet.hosts.map(({ name }) => name),
        );
      if (known.services.includes(service) === isOn) return fleet;
      const services = isOn
        ? withService(known.services, service, choices.services)
        : known.services.filter((each) => each !== service);
      return { ...fleet, hosts: fleet.hosts.map((each) => (each === known ? { ...each, services } : each)) };
    },
  };
}

/** At the end, unless the list is in the order in which the preset has its services. */
function withService(services: readonly string[], service: string, order: readonly string[]): readonly string[] {
  const sorted = (names: readonly string[]): readonly string[] =>
    names.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const isSorted = sorted(services).every((each, index) => each === services[index]);
  return isSorted && order.includes(service) ? sorted([...services, service]) : [...services, service];
}

export function nobody(kind: string, name: string, names: readonly string[]): { readonly problems: GrowProblem[] } {
  return refused(scaffoldMessages["grow-nobody"](kind, name, nearest(name, names)));
}

export function refused(message: GrowProblem["message"]): { readonly problems: GrowProblem[] } {
  return { problems: [{ message }] };
}

function hostOf(spec: HostSpec, fleet: Fleet, preset: Preset): Host {
  const { release, users } = fleet;
  const filled = fillIn({ release, users, hosts: [spec] }, preset, {
    releases,
    defaultRelease: newestRelease,
    folderName: fleet.name,
  });
  return filled.hosts[0]!;
}

/** What is asked for as it is changes nothing. */
function sameOr(known: Host, spec: HostSpec, fleet: Fleet): Fleet | { readonly problems: GrowProblem[] } {
  const other = Object.entries(spec).find(
    ([field, value]) => JSON.stringify(known[field as keyof Host]) !== JSON.stringify(value),
  );
  if (other === undefined) return fleet;
  const [field] = other;
  return refused(scaffoldMessages["grow-exists"]("host", known.name, `its ${words[field] ?? field} differs`));
}

const words: Readonly<Record<string, string>> = {
  dependsOn: "list of hosts that it depends on",
  stateVersion: "state version",
  roles: "list of roles",
  profiles: "list of profiles",
  users: "list of users",
  services: "list of services",
  tags: "list of tags",
};
