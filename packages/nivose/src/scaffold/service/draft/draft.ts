/** A service that is to be added, before it is known where it is written: its settings with what they mention, its ports, its secrets. */

import type { Message } from "@nivose/nix/message";
import type { Secret } from "../../../services/operation.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Service } from "../../../services/service.ts";
import { isWritten, mentionsOf, type Settings, type Value, withSettings } from "../../../services/settings.ts";
import { shellWord } from "../../command-text.ts";
import { serviceMessages } from "../messages.ts";
import { isAble } from "../fleet/hosted.ts";
import { type Asked, askedOf, exampleFor, pathOf, type ServiceWish } from "../wish.ts";
import { type DraftPort, draftPorts, portProblem } from "./ports.ts";
import { enableThere, releaseProblem } from "./release.ts";
import { type Neighbour, type Surroundings } from "./surroundings.ts";

export interface Draft {
  readonly name: string;
  readonly service: Service;
  /** Where its options are. */
  readonly path: readonly string[];
  readonly ports: readonly DraftPort[];
  /** Relative to its options. What it mentions is filled in where it is written. */
  readonly own: Settings;
  /** The same without what is said for this host alone: answers, numbers of ports and options. */
  readonly generalOwn: Settings;
  /** What has to be said so that it uses those that are there, each with the option that turns them on; parts of `own`, and not of `generalOwn`. */
  readonly usedNeeds: readonly UsedNeed[];
  /** What the user said of it for this host; a part of `own`. */
  readonly said: Settings;
  /** From the root. */
  readonly beside: Settings;
  /** Those that it cannot do without. */
  readonly secrets: Readonly<Record<string, Secret>>;
  readonly answers: ReadonlyMap<string, Value>;
}

export function draftOf(wish: ServiceWish, service: Service, around: Surroundings): Draft | Message {
  const asked = askedOf(wish, service, around.repository);
  if ("code" in asked) return asked;
  const wrong = releaseProblem(service, around) ?? questionProblem(wish, service, asked.answers);
  if (wrong !== undefined) return wrong;
  const ports = draftPorts(service, asked, around);
  return portProblem(wish, service, ports, asked, around) ?? drafted(wish, service, asked, around);
}

/** The same of one that is there, whatever is in its way by now: who else has its ports does not change what was written. */
export function draftThere(wish: ServiceWish, service: Service, around: Surroundings): Draft | Message {
  const asked = askedOf(wish, service, around.repository);
  return "code" in asked ? asked : drafted(wish, service, asked, around);
}

function drafted(wish: ServiceWish, service: Service, asked: Asked, around: Surroundings): Draft {
  const ports = draftPorts(service, asked, around);
  const secrets = Object.fromEntries(
    Object.entries(service.secrets ?? {}).filter(([, { isRequired }]) => isRequired === true),
  );
  const parts = [
    enableThere(service, around),
    ...ports.flatMap(({ entry, isSaid }) => (isSaid ? [entry.set ?? {}] : [])),
    ...Object.values(secrets).map(({ set }) => set),
  ];
  const needs = usedNeeds(service, around);
  const generalOwn = parts.reduce(withSettings, {});
  return {
    name: wish.name,
    service,
    path: pathOf(service),
    ports,
    own: [generalOwn, ...needs.map(({ set }) => set), asked.settings].reduce(withSettings, {}),
    generalOwn,
    usedNeeds: needs,
    said: asked.settings,
    beside: service.beside ?? {},
    secrets,
    answers: new Map(
      Object.entries(service.asks ?? {}).map(([name, { usual }]) => [name, asked.answers.get(name) ?? usual ?? null]),
    ),
  };
}

/** The first thing that only the user knows, and has not said. */
function questionProblem(
  { name, host }: Pick<ServiceWish, "name" | "host">,
  { asks = {} }: Service,
  answers: ReadonlyMap<string, Value>,
): Message | undefined {
  const asked = Object.entries(asks).find(([name, { usual }]) => usual === undefined && !answers.has(name));
  if (asked === undefined) return undefined;
  const example = exampleFor(asked[1], host);
  const text = `${asked[0]}=${typeof example === "string" ? example : JSON.stringify(example)}`;
  return serviceMessages["service-question"](name, asked[0], asked[1].purpose, shellWord(text));
}

/** The first of those that it needs and nobody there offers. */
export function missingNeeds(
  { needs = [] }: Service,
  { services }: Pick<Surroundings, "services">,
): readonly { readonly kind: string; readonly first: string }[] {
  return needs
    .filter(({ isBuiltIn, isOptional }) => isBuiltIn !== true && isOptional !== true)
    .filter((need) => !services.some(({ name }) => isAble(name, need)))
    .map(({ kind, of }) => ({ kind: kind.replaceAll("-", " "), first: of[0]! }));
}

export interface UsedNeed {
  readonly option: readonly string[];
  readonly set: Settings;
}

function usedNeeds({ needs = [] }: Service, { services }: Surroundings): UsedNeed[] {
  return needs.flatMap(({ set, of }) => {
    const found = of.map((name) => services.find((each) => each.name === name)).find((each) => each !== undefined);
    if (set === undefined || found === undefined) return [];
    return withPort(set, found).map((each) => ({ option: [...pathOf(catalogue[found.name]!), "enable"], set: each }));
  });
}

function withPort(set: Settings, { port }: Neighbour): Settings[] {
  const isAsked = mentionsOf(set).ports.includes("needed");
  if (!isAsked) return [set];
  if (port === undefined) return [];
  const fill = (value: Value): Value => {
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return (value as readonly Value[]).map(fill);
    if (!isWritten(value))
      return Object.fromEntries(Object.entries(value as Settings).map(([name, each]) => [name, fill(each)]));
    if ("$port" in value && value.$port === "needed") return port;
    return "$text" in value ? { $text: value.$text.replaceAll("{needed.port}", String(port)) } : value;
  };
  return [fill(set) as Settings];
}
