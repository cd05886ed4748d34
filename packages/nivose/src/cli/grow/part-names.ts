/** Names that a repository has or could have, for completion. */

import { hardwareChoices, hardwareNames, diskLayouts } from "../../scaffold/parts/hardware.ts";
import { namesThere, servicesThere } from "../../scaffold/place/names-there.ts";
import type { PartKind } from "../../scaffold/layout.ts";
import { openChoices } from "../../scaffold/regrow/open-choices.ts";
import { saidHosts } from "../../scaffold/site/hosts.ts";
import { recognise } from "../../scaffold/site/recognise.ts";
import type { OwnFleet, Site } from "../../scaffold/site/site.ts";
import { saidUsers } from "../../scaffold/site/users.ts";
import { systems } from "../../scaffold/spec/fields.ts";
import { catalogue } from "../../services/catalogue.ts";
import { readRepository } from "../check/read-repository.ts";
import type { Context } from "../context.ts";
import { flakesAt } from "../flakes-here.ts";
import { hostNames } from "../host-names.ts";
import { ownFolder } from "./own-folder.ts";
import type { Suggestion } from "../verb.ts";

export type NamedPart =
  | "hosts"
  | "users"
  | "roles"
  | "profiles"
  | "services"
  | "hardware"
  | "disks"
  | "systems"
  | "tags"
  | "running"
  | PartKind;

export async function namesOf(part: NamedPart, context: Context): Promise<readonly Suggestion[]> {
  if (part === "systems") return systems.map((word) => ({ word }));
  const here = flakesAt(".", context);
  if (here.flakes.length === 0) return [];
  const site = await recognise(readRepository(ownFolder(here).inner, context));
  const { own } = site;
  if (part === "hosts" && own === undefined && saidHosts(site.repository).length === 0) return hostNames(context);
  return (own === undefined ? undefined : ownNames(part, own, site)) ?? siteNames(part, site);
}

/** What only a repository that `init` wrote says. */
function ownNames(part: NamedPart, { fleet, preset }: OwnFleet, { repository }: Site): Suggestion[] | undefined {
  switch (part) {
    case "hosts":
      return fleet.hosts.map(({ name, kind }) => ({ word: name, brief: kind }));
    case "users":
      return fleet.users.map(({ name, fullName }) => ({ word: name, brief: fullName }));
    case "hardware":
      return Object.entries(preset.choices.hardware).map(([word, { brief }]) => ({ word, brief }));
    case "disks":
      return words(preset.choices.disks);
    case "tags":
      return words([...new Set(fleet.hosts.flatMap(({ tags }) => tags))]);
    case "roles":
    case "profiles":
    case "services":
      return words(openChoices(preset, repository)[part]);
    case "running": {
      const listed = fleet.hosts.flatMap(({ services }) => services);
      return listed.length === 0 ? undefined : told([...new Set([...listed, ...running(repository)])]);
    }
    default:
      return undefined;
  }
}

function siteNames(part: NamedPart, site: Site): Suggestion[] {
  const { repository } = site;
  switch (part) {
    case "hosts":
      return saidHosts(repository).map(({ name, kind }) => ({ word: name, brief: kind }));
    case "users":
      return words(saidUsers(repository).map(({ name }) => name));
    case "hardware":
      return Object.entries(hardwareChoices(hardwareNames)).map(([word, { brief }]) => ({ word, brief }));
    case "disks":
      return words(diskLayouts);
    case "running":
      return told(running(repository));
    case "roles":
    case "profiles":
    case "services":
    case "systems":
    case "tags":
      return [];
    default:
      return words(namesThere(site, part));
  }
}

function running(repository: Site["repository"]): readonly string[] {
  return servicesThere({ repository }, Object.keys(catalogue));
}

function told(services: readonly string[]): Suggestion[] {
  return services.map((word) => {
    const brief = catalogue[word]?.purpose ?? catalogue[word]?.title;
    return { word, ...(brief === undefined ? {} : { brief }) };
  });
}

function words(names: readonly string[]): Suggestion[] {
  return names.map((word) => ({ word }));
}
