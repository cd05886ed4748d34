/** The commands by which a home lab grows to what it is, from an empty one. */

import { commandLines } from "../../command-text.ts";
import { newestRelease } from "../../release.ts";
import type { Fleet, Host, User } from "../../spec/fleet-spec.ts";
import { homeStateVersionOf } from "./hosts.ts";
import { services } from "./services.ts";

export function commandsOf(fleet: Fleet): readonly string[] {
  const { name, description, release, hosts, users } = fleet;
  const later = laterPeople(fleet);
  const first = users.filter((user) => !later.includes(user));
  return [
    ...commandLines(
      ["nivose", "init", "homelab", name, "--empty"],
      [
        ["--description", description === "" ? undefined : description],
        ["--release", release === newestRelease ? undefined : release],
        ["--secrets", fleet.secrets === undefined ? "none" : undefined],
        ["--deployment", fleet.deployment === "none" ? "none" : undefined],
      ],
    ),
    "",
    `cd ${name} && git add --all && git commit --quiet --message 'Begin the home lab'`,
    'lab() { nivose "$@" && git add --all && git commit --quiet --message "$1 $2 $3"; }',
    "",
    ...first.flatMap((user) => userCommand(user, [])),
    ...hosts.flatMap((host) => hostCommand(host, fleet, first)),
    ...later.flatMap((user) => userCommand(user, hostsWith(user, fleet))),
  ];
}

/**
 * The last ones, unless every host has them: with them there, each host would have to say that it is for the others. Hosts that have people in
 * another order say so, and so do those that have nobody else.
 */
function laterPeople(fleet: Fleet): readonly User[] {
  const { hosts, users } = fleet;
  const later = users.slice(users.findLastIndex((user) => hostsWith(user, fleet).length === hosts.length) + 1);
  const isLater = (name: string): boolean => later.some((user) => user.name === name);
  const fits = (host: Host): boolean => {
    const names = later.map(({ name }) => name).filter((name) => host.users.includes(name));
    return !isLater(host.users[0] ?? "") && host.users.slice(host.users.length - names.length).join() === names.join();
  };
  return hosts.every(fits) ? later : [];
}

function hostsWith({ name }: User, { hosts }: Fleet): readonly string[] {
  return hosts.filter(({ users }) => users.includes(name)).map((host) => host.name);
}

function userCommand({ name, fullName, email, sshKeys, admin }: User, on: readonly string[]): readonly string[] {
  return commandLines(
    ["lab", "add", "user", name, ...(admin ? ["--admin"] : [])],
    [
      ["--full-name", fullName === name ? undefined : fullName],
      ["--email", email],
      ["--ssh-key", sshKeys],
      ["--on", on],
    ],
  );
}

function hostCommand(host: Host, fleet: Fleet, people: readonly User[]): readonly string[] {
  const everybody = people.map(({ name }) => name);
  const users = host.users.filter((name) => everybody.includes(name));
  const isNixos = host.kind === "nixos";
  return commandLines(
    ["lab", "add", "host", host.name],
    [
      ["--description", host.description === "" ? undefined : host.description],
      ["--kind", isNixos ? undefined : host.kind],
      ["--system", host.system],
      ["--hardware", host.hardware],
      ["--disk", isNixos && host.disk !== "ext4" && host.hardware !== "raspberry-pi" ? host.disk : undefined],
      ["--role", host.roles],
      ["--user", users.join(" ") === everybody.join(" ") ? undefined : users],
      // what was written since has no module to begin with
      ["--service", host.services.filter((service) => known.has(service))],
      ["--address", host.address === host.name ? undefined : host.address],
      ["--tag", host.tags],
      ["--wave", host.wave === 1 ? undefined : String(host.wave)],
      ["--depends-on", host.dependsOn],
      ["--state-version", isNixos && host.stateVersion !== homeStateVersionOf(fleet) ? host.stateVersion : undefined],
      ["--age", fleet.secrets === undefined ? undefined : host.age],
    ],
  );
}

const known: ReadonlySet<string> = new Set(services);
