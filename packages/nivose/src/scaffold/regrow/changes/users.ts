/** People of a fleet who come and go, on whatever runs on their hosts. */

import { scaffoldMessages } from "../../messages.ts";
import type { Fleet, UserSpec } from "../../spec/fleet-spec.ts";
import type { FleetChange } from "../regrow.ts";
import { nobody, refused } from "./hosts.ts";

/** `on` are the hosts that are to have the account, besides those that have it. */
export function userAdded(spec: UserSpec, on: readonly string[]): FleetChange {
  return {
    title: on.length === 0 ? `Add user ${spec.name}` : `Add user ${spec.name} on ${on.join(", ")}`,
    change(fleet) {
      const names = fleet.hosts.map(({ name }) => name);
      const stray = on.find((name) => !names.includes(name));
      if (stray !== undefined) return nobody("host", stray, names);
      const known = fleet.users.find(({ name }) => name === spec.name);
      const other = Object.entries(spec).find(
        ([field, value]) =>
          known !== undefined && JSON.stringify(known[field as keyof UserSpec]) !== JSON.stringify(value),
      );
      if (other !== undefined)
        return refused(scaffoldMessages["grow-exists"]("user", spec.name, `${words[other[0]] ?? other[0]} differs`));
      const { name } = spec;
      const user = { fullName: name, email: `${name}@example.org`, sshKeys: [], admin: false, ...spec };
      return withAccounts(known === undefined ? { ...fleet, users: [...fleet.users, user] } : fleet, name, on);
    },
    notes: ({ users }) =>
      spec.admin === true || users.some(({ name }) => name === spec.name)
        ? []
        : [`${spec.name} cannot become root: 'nivose add user ${spec.name} --admin' would have said so.`],
    next: [{ command: "nivose check", does: "looks at it together with the rest" }],
  };
}

export function userRemoved(name: string): FleetChange {
  return {
    title: `Remove user ${name}`,
    deletes: true,
    change(fleet) {
      const names = fleet.users.map((user) => user.name);
      if (!names.includes(name)) return nobody("user", name, names);
      return {
        ...fleet,
        users: fleet.users.filter((user) => user.name !== name),
        hosts: fleet.hosts.map((host) =>
          host.users.includes(name) ? { ...host, users: host.users.filter((each) => each !== name) } : host,
        ),
      };
    },
    next: [{ command: "nivose check", does: "looks at what is left" }],
  };
}

function withAccounts(fleet: Fleet, user: string, on: readonly string[]): Fleet {
  const isNew = fleet.hosts.some(({ name, users }) => on.includes(name) && !users.includes(user));
  if (!isNew) return fleet;
  return {
    ...fleet,
    hosts: fleet.hosts.map((host) =>
      on.includes(host.name) && !host.users.includes(user) ? { ...host, users: [...host.users, user] } : host,
    ),
  };
}

const words: Readonly<Record<string, string>> = {
  fullName: "the full name",
  email: "the address",
  sshKeys: "the list of keys",
  admin: "whether that person may become root",
};
