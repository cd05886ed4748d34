/** What is said of a new host and has no place in a repository of another layout: it has to be right all the same, and it is told that it is not kept. */

import { flagNames } from "../spec/flag-names.ts";
import type { GrownFile, GrowProblem } from "../growth.ts";
import { diskLayouts, hardwareChoices, hardwareNames } from "../parts/hardware.ts";
import { nixString } from "../nix.ts";
import { checkField } from "../spec/check.ts";
import type { Field } from "../spec/field.ts";
import { fleetFields } from "../spec/fields.ts";
import type { HostKind, HostSpec } from "../spec/fleet-spec.ts";

/** What a preset would know besides is known by what is there. */
export const unknownChoices = {
  kinds: [],
  hardware: hardwareChoices(hardwareNames),
  disks: diskLayouts,
  roles: [],
  profiles: [],
  services: [],
  shells: [],
};

/** What is checked as in a spec. */
const checked = [
  "description",
  "address",
  "tags",
  "wave",
  "dependsOn",
  "stateVersion",
  "age",
  "users",
  "hardware",
  "disk",
] as const;

export function wronglySaid(host: HostSpec): readonly GrowProblem[] {
  const { hosts } = fleetFields(unknownChoices as never, []).fields as { hosts: Extract<Field, { kind: "list" }> };
  const { fields } = hosts.of as Extract<Field, { kind: "record" }>;
  return checked.flatMap((field) => {
    const value = host[field];
    const flag = flagNames[field];
    return value === undefined ? [] : checkField(value, fields[field]!, flag).map((message) => ({ message }));
  });
}

export function saidInVain(
  host: HostSpec,
  kind: HostKind,
  files: ReadonlyMap<string, GrownFile | undefined>,
): readonly string[] {
  const { description, address, tags, wave, dependsOn, age, users, services, hardware, disk } = host;
  const lost = [
    ...(description === undefined || isWritten(files, description) ? [] : ["--description"]),
    ...(address === undefined || isWritten(files, address) ? [] : ["--address"]),
    ...(tags === undefined ? [] : ["--tag"]),
    ...(wave === undefined ? [] : ["--wave"]),
    ...(dependsOn === undefined ? [] : ["--depends-on"]),
    ...(age === undefined ? [] : ["--age"]),
    ...(kind === "nixos" || hardware === undefined ? [] : ["--hardware"]),
    ...(kind === "nixos" || disk === undefined ? [] : ["--disk"]),
  ];
  return [
    ...(lost.length === 0
      ? []
      : [`What ${lost.join(", ")} said is written nowhere: hosts of this repository have no place for it.`]),
    ...(users === undefined ? [] : ["--user gave nobody an account: 'nivose add user' does."]),
    ...(services ?? []).map(
      (service) =>
        `--service did not add ${service}: 'nivose add service ${service} --on ${host.name}' does, once the host is there.`,
    ),
  ];
}

/** Whether a text stands in one of the files, as it is or as Nix quotes it. */
export function isWritten(files: ReadonlyMap<string, GrownFile | undefined>, text: string): boolean {
  const quoted = nixString(text).slice(1, -1);
  return [...files.values()].some((file) => textOf(file).includes(text) || textOf(file).includes(quoted));
}

function textOf(file: GrownFile | undefined): string {
  return file === undefined ? "" : Buffer.from(file.bytes).toString();
}
