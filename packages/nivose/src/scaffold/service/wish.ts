/** What is wanted of a service, as it was typed: ports, options and answers as texts. */

import type { Message } from "@nivose/nix/message";
import type { Service } from "../../services/service.ts";
import type { Settings, Value } from "../../services/settings.ts";
import { serviceMessages } from "./messages.ts";
import { optionNames, saidProblem } from "./said-settings.ts";

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

export function askedOf(wish: ServiceWish, service: Service): Asked | Message {
  const { name, ports, settings } = wish;
  const chosen = new Map<string, number>();
  for (const text of ports) {
    const [port, number] = text.includes("=") ? (text.split("=", 2) as [string, string]) : [mainPort(service), text];
    const known = Object.keys(service.ports ?? {});
    if (port === undefined || !known.includes(port))
      return serviceMessages["service-port-unknown"](name, port ?? text, known);
    if (!/^\d{1,5}$/u.test(number) || Number(number) < 1 || Number(number) > MOST)
      return serviceMessages["service-port-number"](number);
    chosen.set(port, Number(number));
  }
  const wrong = saidProblem(wish, service, mainPort(service));
  if (wrong !== undefined) return wrong;
  const answers = new Map<string, Value>();
  let own: Settings = {};
  for (const text of settings) {
    const at = text.indexOf("=");
    const path = text.slice(0, Math.max(at, 0));
    const value = valueOf(text.slice(at + 1));
    if (Object.hasOwn(service.asks ?? {}, path)) answers.set(path, value);
    else own = withValue(own, optionNames(path), value);
  }
  return { ports: chosen, settings: own, answers };
}

const MOST = 65_535;

/** The one that is meant if none is named: where its page is, or whatever it is there for. */
export function mainPort({ ports = {}, health }: Service): string | undefined {
  const ofHealth = health !== undefined && "port" in health ? health.port : undefined;
  const behindProxy = Object.entries(ports).find(([, { reach }]) => reach === "proxy")?.[0];
  return behindProxy ?? ofHealth ?? Object.keys(ports)[0];
}

/** JSON if it is some, such as `true`, `8080` or `[ "a" ]`; else the text itself. */
export function valueOf(text: string): Value {
  if (!/^(?:true|false|null|-?\d+|[["{].*)$/su.test(text)) return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

function withValue(settings: Settings, [name, ...rest]: readonly string[], value: Value): Settings {
  if (name === undefined) return settings;
  const inner = Object.hasOwn(settings, name) ? settings[name] : undefined;
  const below = typeof inner === "object" && inner !== null && !Array.isArray(inner) ? (inner as Settings) : {};
  return { ...settings, [name]: rest.length === 0 ? value : withValue(below, rest, value) };
}
