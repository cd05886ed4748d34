/** Names that a repository has or could have, for completion. */

import { recognise } from "../../scaffold/site/recognise.ts";
import type { OwnFleet } from "../../scaffold/site/site.ts";
import { systems } from "../../scaffold/spec/fields.ts";
import { readRepository } from "../check/read-repository.ts";
import type { Context } from "../context.ts";
import { flakesAt } from "../flakes-here.ts";
import { hostNames } from "../host-names.ts";
import type { Suggestion } from "../verb.ts";

export type NamedPart =
  | "hosts"
  | "users"
  | "roles"
  | "profiles"
  | "services"
  | "shells"
  | "own-shells"
  | "hardware"
  | "disks"
  | "systems"
  | "tags";

export async function namesOf(part: NamedPart, context: Context): Promise<readonly Suggestion[]> {
  if (part === "systems") return systems.map((word) => ({ word }));
  const here = flakesAt(".", context);
  if (here.flakes.length === 0) return [];
  const { own } = await recognise(readRepository(here, context));
  if (own === undefined) return part === "hosts" ? hostNames(context) : [];
  return ownNames(part, own);
}

function ownNames(part: Exclude<NamedPart, "systems">, { fleet, preset: { choices } }: OwnFleet): Suggestion[] {
  const words = (names: readonly string[]): Suggestion[] => names.map((word) => ({ word }));
  switch (part) {
    case "hosts":
      return fleet.hosts.map(({ name, kind }) => ({ word: name, brief: kind }));
    case "users":
      return fleet.users.map(({ name, fullName }) => ({ word: name, brief: fullName }));
    case "hardware":
      return Object.entries(choices.hardware).map(([word, { brief }]) => ({ word, brief }));
    case "own-shells":
      return words(fleet.shells);
    case "tags":
      return words([...new Set(fleet.hosts.flatMap(({ tags }) => tags))]);
    default:
      return words(choices[part]);
  }
}
