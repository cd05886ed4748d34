/** What would be wrong with a fleet after a change: what `init` looks at, too, told in the words of flags. */

import { flagNames } from "../spec/flag-names.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { GrowProblem } from "../growth.ts";
import type { Preset } from "../preset.ts";
import { releases } from "../release.ts";
import type { OwnFleet } from "../site/site.ts";
import { checkField, type SpecProblem } from "../spec/check.ts";
import type { Field } from "../spec/field.ts";
import { fleetFields } from "../spec/fields.ts";
import type { Fleet } from "../spec/fleet-spec.ts";
import { checkFleet } from "../spec/resolve.ts";
import { openChoices } from "./open-choices.ts";

/** Only what is new or different is looked at: what was there is the user's. */
export function checkChange({ preset, fleet }: OwnFleet, wanted: Fleet, repository: Repository): GrowProblem[] {
  const known = new Set<unknown>([...fleet.hosts, ...fleet.users]);
  const open: Preset = { ...preset, choices: openChoices(preset, repository) };
  const fields = fleetFields(open.choices, releases).fields;
  const ofList = (list: "hosts" | "users"): SpecProblem[] =>
    wanted[list].flatMap((each, index) =>
      known.has(each)
        ? []
        : checkField(said(each), (fields[list] as Extract<Field, { kind: "list" }>).of, `${list}[${index}]`),
    );
  const single = [
    ...ofList("hosts"),
    ...ofList("users"),
    ...(wanted.shells === fleet.shells ? [] : checkField(wanted.shells, fields["shells"]!, "shells")),
  ];
  const problems =
    single.length > 0
      ? single.filter((each) => !isSaidOfName(each, wanted))
      : checkFleet(wanted, open).filter((each) => isNew(each, wanted, known));
  return problems.map((problem) => ({ message: inFlags(problem) }));
}

/** As a spec says it: what there is nothing to say of is left out. */
function said(part: object): object {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined && value !== ""));
}

function isNew({ place }: SpecProblem, wanted: Fleet, known: ReadonlySet<unknown>): boolean {
  const [, list, index] = /^(hosts|users)\[(\d+)\]/u.exec(place) ?? [];
  return list === undefined || !known.has(wanted[list as "hosts" | "users"][Number(index)]);
}

/** The name is the address if nothing else is said, and a part of the e-mail address: what is wrong with it is told of the name. */
function isSaidOfName({ place }: SpecProblem, { hosts, users }: Fleet): boolean {
  const [, list, index] = /^(hosts|users)\[(\d+)\]\.(?:address|email)$/u.exec(place) ?? [];
  if (list === "hosts") return hosts[Number(index)]!.address === hosts[Number(index)]!.name;
  const user = list === undefined ? undefined : users[Number(index)]!;
  return user !== undefined && user.email === `${user.name}@example.org`;
}

/** `hosts[4].dependsOn[0]` is what `--depends-on` said. */
function inFlags({ place, ...message }: SpecProblem): GrowProblem["message"] {
  const [, list, field] = /^(\w+)\[\d+\](?:\.(\w+))?/u.exec(place) ?? [];
  if (list === undefined) return message;
  const words = field === undefined || field === "name" ? "the name" : flags[field];
  return words === undefined ? message : { ...message, text: message.text.replaceAll(place, words) };
}

const flags: Readonly<Record<string, string>> = flagNames;
