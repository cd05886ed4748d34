/** The commands by which a home lab grows to what it is, from an empty one. */

import { commandLines } from "../../command-text.ts";
import { newestRelease } from "../../release.ts";
import type { Fleet, Host, User } from "../../spec/fleet-spec.ts";
import { homeStateVersionOf } from "./hosts.ts";
import { services } from "./services.ts";

export function commandsOf(fleet: Fleet): readonly string[] {
  const { name, description, release, hosts, users } = fleet;
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
    ...users.flatMap(userCommand),
    ...hosts.flatMap((host) => hostCommand(host, fleet)),
  ];
}

function userCommand({ name, fullName, email, sshKeys, admin }: User): readonly string[] {
  return commandLines(
    ["lab", "add", "user", name, ...(admin ? ["--admin"] : [])],
    [
      ["--full-name", fullName === name ? undefined : fullName],
      ["--email", email],
      ["--ssh-key", sshKeys],
    ],
  );
}

function hostCommand(host: Host, fleet: Fleet): readonly string[] {
  const everybody = fleet.users.map(({ name }) => name);
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
      ["--user", host.users.join(" ") === everybody.join(" ") ? undefined : host.users],
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
