/** Turns off a service of a host, and takes away what was written for it: the inverse of adding it. */

import type { Message } from "@nivose/nix/message";
import type { EvaluatedFleet, EvaluatedHost } from "../../check/hosts/evaluated-fleet.ts";
import { definedAt } from "../../check/hosts/defined.ts";
import type { Repository } from "../../check/source/repository.ts";
import type { SourceFile } from "../../check/source/source-file.ts";
import { optionAt } from "./place/module-body.ts";
import { listed, tellOption } from "../../check/services/words.ts";
import { catalogue } from "../../services/catalogue.ts";
import { cannotGrow, type Grown } from "../growth.ts";
import type { Site } from "../site/site.ts";
import { surroundingsOf } from "./draft/surroundings.ts";
import { hostOf, withoutOne } from "./add-service.ts";
import { isOn } from "./family/add-member.ts";
import { familyOf } from "./family/family.ts";
import { removeFromFamily } from "./family/remove.ts";
import { listOfServices, isListed } from "./family/switch.ts";
import { dependentsOf, type HostedService, needsOf, servicesOn } from "./fleet/hosted.ts";
import { meant } from "./fleet/search.ts";
import { serviceMessages } from "./messages.ts";
import { provenancePattern } from "../../services/provenance.ts";
import { needsOthers } from "./place/host-files.ts";
import { removePlainly } from "./place/remove-plain.ts";
import { WorkingFiles } from "./place/working-files.ts";
import { namedExactly, pathOf, type ServiceWish } from "./wish.ts";

type OnHost = Pick<ServiceWish, "name" | "host">;

export function removeService(given: OnHost, site: Site, fleet: EvaluatedFleet): Grown {
  const host = hostOf(given, fleet);
  if ("message" in host) return { ok: false, problems: [host] };
  const family = familyOf(host, site.repository);
  const wish = namedExactly(given, family);
  const { name } = wish;
  const isMember = family?.members.has(name) === true;
  const service = catalogue[name];
  if (service === undefined && !isMember)
    return cannotGrow(serviceMessages["unknown-service"](name, meant(name, catalogue)));
  const title = service?.title ?? name;
  const own = servicesOn(host).find((each) => each.name === name);
  const needed = neededBy(wish, fleet);
  if (needed !== undefined) return cannotGrow(needed);
  const around = surroundingsOf(host, site.repository);
  const files = new WorkingFiles(site.repository);
  const work = { around: withoutOne(around, name), fleet, files };
  const list = family === undefined ? undefined : listOfServices(host, family, site.repository);
  const isFamilys =
    isMember && (isOn([...family!.prefix, name], around) || (list !== undefined && isListed(list, name, files)));
  const path = service === undefined ? [] : pathOf(service);
  if (!isFamilys && own === undefined)
    return {
      ok: true,
      growth: {
        title: `Remove ${title} from ${wish.host}`,
        files: new Map(),
        notes: [`${title} does not run on ${wish.host}.`],
        next: [],
      },
    };
  const removed = isFamilys ? removeFromFamily(name, family!, work) : removePlainly(name, own!, work);
  if ("message" in removed) return { ok: false, problems: [removed] };
  const changes = files.changes();
  if (changes.size === 0)
    return cannotGrow(
      serviceMessages["service-not-ours"](
        title,
        wish.host,
        `not written out in a file of the host (${tellOption(path)})`,
      ),
    );
  return {
    ok: true,
    growth: {
      title: `Remove ${title} from ${wish.host}`,
      files: changes,
      notes: [...removed.notes, ...notesOfLeft(wish, fleet, files)],
      next: [{ command: "nivose check", does: "evaluates the host without it" }],
    },
  };
}

/** What it needed, and nothing else on the host needs: it may have come along with it, or be there for something else. */
export function notesOfLeft(
  { name, host }: OnHost,
  { hosts, repository }: EvaluatedFleet,
  files = new WorkingFiles(repository),
): readonly string[] {
  const all = hosts.filter((each) => each.host.name === host).flatMap(servicesOn);
  const needed = (service: HostedService): string[] =>
    needsOf(service, all)
      .map(({ need, by }) => ({ need, by: by.filter((each) => !isTurnedOff(each, repository, files)) }))
      .filter(({ need }) => need.isBuiltIn !== true && need.isOptional !== true)
      .flatMap(({ by }) => by.filter((each) => each.host === service.host).map((each) => each.name));
  const others = new Set(all.filter((each) => each.name !== name).flatMap(needed));
  const left = all.filter((each) => each.name === name).flatMap(needed);
  return [...new Set(left)]
    .filter((each) => !others.has(each))
    .map((each) => {
      const { title } = catalogue[each]!;
      const command = `nivose remove service ${each} --on ${host}`;
      return `${title} stays on ${host}, and no other service there that is known needs it: '${command}' takes it away as well.`;
    });
}

/** What was turned on beside the service that goes, goes with it. */
function isTurnedOff({ host, path }: HostedService, repository: Repository, files: WorkingFiles): boolean {
  const option = [...path, "enable"];
  const places = definedAt(option, host, repository).map(({ file }) => file);
  const says = (file: SourceFile | undefined): boolean => file !== undefined && optionAt(file, option) !== undefined;
  return places.some((name) => says(repository.files.get(name))) && !places.some((name) => says(files.get(name)));
}

/** Whether the others of the fleet have to be known to take it away: its module may be theirs as well. */
export function isShared(name: string, host: EvaluatedHost, fleet: EvaluatedFleet): boolean {
  if (needsOthers(host, fleet)) return true;
  const member = host.problem === undefined ? familyOf(host, fleet.repository)?.members.get(name) : undefined;
  return member !== undefined && provenancePattern(name).test(Buffer.from(member.file.bytes).toString());
}

/** Those of the host that cannot do without it, as a problem. */
export function neededBy({ name, host }: OnHost, { hosts }: EvaluatedFleet): Message | undefined {
  const all = hosts.filter((each) => each.host.name === host).flatMap(servicesOn);
  const own = all.find((each) => each.name === name);
  const dependents = own === undefined ? [] : dependentsOf(own, all);
  if (dependents.length === 0) return undefined;
  return serviceMessages["service-needed"](catalogue[name]!.title, host, listed(dependents.map((each) => each.name)));
}
