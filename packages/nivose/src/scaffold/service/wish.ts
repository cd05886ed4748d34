/** What is wanted of a service, as it was typed: ports, options and answers as texts. */

import type { Message } from "@nivose/nix/message";
import type { Repository } from "../../check/source/repository.ts";
import type { Question } from "../../services/operation.ts";
import { catalogue } from "../../services/catalogue.ts";
import type { Service } from "../../services/service.ts";
import type { Settings, Value } from "../../services/settings.ts";
import { shellWord } from "../command-text.ts";
import { serviceMessages } from "./messages.ts";
import { givenOption, valueOf } from "./options/given-option.ts";
import { optionNames } from "./options/option-names.ts";
import { portsAmong } from "./said-ports.ts";
import { saidProblem } from "./said-settings.ts";

export interface ServiceWish {
  readonly name: string;
  readonly host: string;
  /** `8083`, or `web=8083` of a service with several. */
  readonly ports: readonly string[];
  /** `OPTION=VALUE`, of an option of the service or of a question of the entry. */
  readonly settings: readonly string[];
  /** Whether what it needs is added, too. */
  readonly withNeeds: boolean;
}

export interface Asked {
  /** By the names of ports of the entry. */
  readonly ports: ReadonlyMap<string, number>;
  /** Relative to the options of the service. */
  readonly settings: Settings;
  /** By the names of questions. */
  readonly answers: ReadonlyMap<string, Value>;
}

export function askedOf(wish: ServiceWish, service: Service, repository: Pick<Repository, "flakes">): Asked | Message {
  const { name, ports, settings } = wish;
  const chosen = new Map<string, number>();
  for (const text of ports) {
    const [port, number] = text.includes("=") ? (text.split("=", 2) as [string, string]) : [mainPort(service), text];
    const known = Object.keys(service.ports ?? {});
    if (port === undefined || !known.includes(port))
      return serviceMessages["service-port-unknown"](name, port ?? text, known);
    if (!isPort(number)) return serviceMessages["service-port-number"](number);
    chosen.set(port, Number(number));
  }
  const wrong = saidProblem(wish, service, mainPort(service));
  if (wrong !== undefined) return wrong;
  const answers = new Map<string, Value>();
  let own: Settings = {};
  for (const text of settings) {
    const at = text.indexOf("=");
    const path = text.slice(0, Math.max(at, 0));
    const given = text.slice(at + 1);
    const question = Object.hasOwn(service.asks ?? {}, path) ? service.asks![path] : undefined;
    if (question !== undefined) {
      const answer = answerOf(given, question);
      if (answer === undefined)
        return serviceMessages["service-option-type"](path, `list, such as ${JSON.stringify(question.example)}`, given);
      answers.set(path, answer);
      continue;
    }
    const names = optionNames(path);
    const option = givenOption(pathOf(service), names, given, repository, service.since);
    if ("code" in option) return option;
    own = withValue(own, names, option.value);
  }
  const said = portsAmong(own, service);
  for (const [port, value] of said.ports) {
    const number = typeof value === "number" || typeof value === "string" ? String(value) : JSON.stringify(value);
    if (!isPort(number)) return serviceMessages["service-port-number"](number);
    chosen.set(port, Number(number));
  }
  return { ports: chosen, settings: said.rest, answers };
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= MOST;
}

const MOST = 65_535;

/** The one that is meant if none is named: where its page is, or whatever it is there for. */
export function mainPort({ ports = {}, health }: Service): string | undefined {
  const ofHealth = health !== undefined && "port" in health ? health.port : undefined;
  const behindProxy = Object.entries(ports).find(([, { reach }]) => reach === "proxy")?.[0];
  return behindProxy ?? ofHealth ?? Object.keys(ports)[0];
}

/** A text is asked for, or several: then JSON says them. */
function answerOf(text: string, { example }: Question): Value | undefined {
  if (typeof example === "string") return text;
  const value = valueOf(text);
  return Array.isArray(value) && (value as readonly Value[]).every((each) => typeof each === "string")
    ? value
    : undefined;
}

/** Where the options of a service are: of one of several it has the name that it has if there is but one. */
export function pathOf({ options, instance }: Service): readonly string[] {
  return options.split(".").map((name) => name.replace("*", instance ?? "main"));
}

/**
 * By the entry that is for just the options that would be written, if there is one: the exporter that is usual is the node exporter. What
 * the fleet itself calls so is meant as it is.
 */
export function namedExactly<Wish extends Pick<ServiceWish, "name">>(
  wish: Wish,
  family: { readonly members: ReadonlyMap<string, unknown> } | undefined,
): Wish {
  if (family?.members.has(wish.name) === true) return wish;
  const general = catalogue[wish.name];
  const options = general === undefined ? "" : pathOf(general).join(".");
  const exact = Object.entries(catalogue).find(([, entry]) => entry.seenAs === wish.name && entry.options === options);
  return exact === undefined ? wish : { ...wish, name: exact[0] };
}

/** What could be said to a question, on a host. */
export function exampleFor({ example }: Question, host: string): Value {
  return typeof example === "string" ? example.replaceAll("{host}", host) : example;
}

/** The command that says all of it. */
export function commandOf({ name, host, ports, settings, withNeeds }: ServiceWish): string {
  const flags = [
    ...ports.map((port) => `--port ${shellWord(port)}`),
    ...settings.map((setting) => `--set ${shellWord(setting)}`),
    ...(withNeeds ? ["--with-needs"] : []),
  ];
  return [`nivose add service ${shellWord(name)} --on ${shellWord(host)}`, ...flags].join(" ");
}

function withValue(settings: Settings, [name, ...rest]: readonly string[], value: Value): Settings {
  if (name === undefined) return settings;
  const inner = Object.hasOwn(settings, name) ? settings[name] : undefined;
  const below = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as Settings) : {};
  return { ...settings, [name]: rest.length === 0 ? value : withValue(below, rest, value) };
}
