/** Turns on a service of the catalogue on a host, in the way in which the fleet writes its services. */

import { nearest } from "@nivose/nix/syntax";
import type { EvaluatedFleet, EvaluatedHost } from "../../check/hosts/evaluated-fleet.ts";
import { tellOption } from "../../check/services/words.ts";
import { toolMessages } from "../../report/messages.ts";
import { catalogue } from "../../services/catalogue.ts";
import { cannotGrow, type GrowProblem, type Grown } from "../growth.ts";
import type { Site } from "../site/site.ts";
import { alreadyThere, differingWish } from "./already.ts";
import { type Draft, draftOf, missingNeeds } from "./draft/draft.ts";
import { addressesOf, closedPorts, type DraftPort } from "./draft/ports.ts";
import { renamedNotes } from "./draft/release.ts";
import { type Surroundings, surroundingsOf } from "./draft/surroundings.ts";
import { addMember } from "./family/add-member.ts";
import { familyOf } from "./family/family.ts";
import { placeInFamily } from "./family/place.ts";
import { meant } from "./fleet/search.ts";
import { serviceMessages } from "./messages.ts";
import { placePlainly, type Placed } from "./place/plain.ts";
import { WorkingFiles } from "./place/working-files.ts";
import { unwatchedNotes } from "./unwatched.ts";
import { askedOf, namedExactly, pathOf, type ServiceWish } from "./wish.ts";

/** The fleet has at least the host that is named, if there is one of that name. */
export function addService(given: ServiceWish, site: Site, fleet: EvaluatedFleet): Grown {
  const host = hostOf(given, fleet);
  if ("message" in host) return { ok: false, problems: [host] };
  const around = surroundingsOf(host, site.repository);
  const family = familyOf(host, site.repository);
  const wish = namedExactly(given, family);
  const { name } = wish;
  if (family?.members.has(name) === true) return addMember(wish, family, around, fleet);
  const service = catalogue[name];
  if (service === undefined) return cannotGrow(serviceMessages["unknown-service"](name, meant(name, catalogue)));
  const title = `Add ${service.title} to ${wish.host}`;
  if (around.services.some((each) => each.name === name)) {
    const asked = askedOf(wish, service, site.repository);
    if ("code" in asked) return cannotGrow(asked);
    return alreadyThere(service.title, wish.host, differingWish(name, service, asked, around));
  }
  const files = new WorkingFiles(site.repository);
  const added = addWithNeeds(wish, around, { fleet, files, open: [] });
  if ("message" in added) return { ok: false, problems: [added] };
  return {
    ok: true,
    growth: {
      title,
      files: files.changes(),
      notes: [
        ...added.notes,
        ...(host.record === undefined
          ? [`${wish.host} cannot be evaluated as a whole, so whether its ports are free is not known.`]
          : []),
      ],
      next: [
        { command: "nivose check", does: "evaluates the host with it" },
        { command: `nivose services ${name}`, does: "tells how it runs" },
      ],
    },
  };
}

export function hostOf(
  { name, host: wanted }: Pick<ServiceWish, "name" | "host">,
  { hosts, names }: EvaluatedFleet,
): EvaluatedHost | GrowProblem {
  const named = hosts.filter(({ host }) => host.name === wanted);
  const host = named.find((each) => each.host.kind === "nixos") ?? named[0];
  if (host === undefined) return { message: toolMessages["unknown-host"](wanted, nearest(wanted, names)) };
  if (host.host.kind !== "nixos")
    return {
      message: serviceMessages["service-host-kind"](
        name,
        wanted,
        host.host.kind === "darwin" ? "nix-darwin" : "Home Manager",
      ),
    };
  if (host.problem === undefined) return host;
  return { message: toolMessages["host-broken"](wanted, host.problem.problem, `show ${wanted}`) };
}

interface Work {
  readonly fleet: EvaluatedFleet;
  readonly files: WorkingFiles;
  /** Those that are being added because of each other. */
  readonly open: readonly string[];
}

interface Added extends Placed {
  readonly around: Surroundings;
}

function addWithNeeds(wish: ServiceWish, given: Surroundings, work: Work): Added | GrowProblem {
  const service = catalogue[wish.name]!;
  let around = given;
  const notes: string[] = [];
  for (const { kind, first } of missingNeeds(service, around)) {
    const { host } = around.host;
    if (!wish.withNeeds || work.open.includes(first))
      return { message: serviceMessages["service-needs"](service.title, host.name, kind, first) };
    const needed = { ...wish, name: first, ports: [], settings: [] };
    const added = addWithNeeds(needed, around, { ...work, open: [...work.open, wish.name] });
    if ("message" in added) return added;
    around = added.around;
    notes.push(...added.notes);
  }
  const set = setAlready(wish.name, around);
  if (set !== undefined) return set;
  const draft = draftOf(wish, service, around);
  if ("code" in draft) return { message: draft };
  const family = familyOf(around.host, around.repository);
  const placed =
    family === undefined
      ? placePlainly(draft, around, work.fleet, work.files)
      : placeInFamily(draft, family, around, work.fleet, work.files);
  if ("message" in placed) return placed;
  const closed = around.hasFirewall ? closedPorts(draft.ports).map((port) => tellClosed(service.title, port)) : [];
  const renamed = renamedNotes(service, around);
  return {
    notes: [...notes, ...renamed, ...placed.notes, ...closed, ...unwatchedNotes(draft, around)],
    around: withAdded(draft, around),
  };
}

function tellClosed(title: string, { number, entry: { protocols = ["tcp"] } }: DraftPort): string {
  const open = protocols.map((each) => `networking.firewall.allowed${each.toUpperCase()}Ports = [ ${number} ];`);
  return `Port ${number} of ${title} is open to this machine alone: with a proxy in front of it others reach its page, and '${open.join(" ")}' would let in everybody.`;
}

/** Settings of a service that is off: whoever wrote them has to say what is to become of them. */
function setAlready(name: string, { host, repository }: Surroundings): GrowProblem | undefined {
  const path = pathOf(catalogue[name]!);
  const found = (host.record?.options ?? []).find(
    ({ path: option, answer }) =>
      answer.kind === "option" &&
      option.length > path.length &&
      path.every((part, index) => option[index] === part) &&
      (answer.definitions ?? []).some(
        ({ position }) =>
          position !== undefined &&
          position !== null &&
          host.local(position.file).isOwn &&
          repository.files.has(host.local(position.file).name),
      ),
  );
  return found === undefined
    ? undefined
    : { message: serviceMessages["service-set-already"](tellOption(found.path), host.host.name) };
}

/** As it is without one of its services. */
export function withoutOne(around: Surroundings, without: string): Surroundings {
  return {
    ...around,
    services: around.services.filter(({ name }) => name !== without),
    listeners: around.listeners.filter(
      ({ service, unit }) => service !== without && unit !== (catalogue[without]?.unit ?? without),
    ),
  };
}

/** For those that are added after it. */
function withAdded({ name, service, ports }: Draft, around: Surroundings): Surroundings {
  const unit = service.unit ?? name;
  const offered = (service.offers ?? []).map(({ port }) => ports.find((each) => each.name === port)?.number);
  return {
    ...around,
    services: [...around.services, { name, port: offered[0] }],
    listeners: [
      ...around.listeners,
      ...ports.flatMap((port) =>
        (port.entry.protocols ?? (["tcp"] as const)).flatMap((protocol) =>
          addressesOf(port).map((address) => ({
            unit,
            title: service.title,
            service: name,
            port: port.number,
            protocol,
            address,
            host: port.address,
            options: [],
            isForOthers: false,
          })),
        ),
      ),
    ],
  };
}
