/** Ports that are said by the options that have them: they are found taken, moved and opened like those that are said by their names. */

import { isSettings, leavesOf, type Settings, type Value, valueAt } from "../../services/settings.ts";
import type { Service } from "../../services/service.ts";
import { optionNames } from "./options/option-names.ts";

export interface SaidPorts {
  /** By the names of ports of the entry, as they were said. */
  readonly ports: ReadonlyMap<string, Value>;
  /** All else that was said. */
  readonly rest: Settings;
}

export function portsAmong(settings: Settings, service: Service): SaidPorts {
  const ports = new Map<string, Value>();
  let rest = settings;
  for (const port of Object.keys(service.ports ?? {}))
    for (const option of portOptions(port, service)) {
      const value = valueAt(option, rest);
      if (value === undefined) continue;
      ports.set(port, value);
      rest = without(option, rest);
    }
  return { ports, rest };
}

/** The options that say the number of a port, and nothing else. */
export function portOptions(port: string, { enable = {}, ports = {} }: Service): readonly (readonly string[])[] {
  const entry = Object.hasOwn(ports, port) ? ports[port] : undefined;
  return [enable, entry?.set ?? {}]
    .flatMap((settings) => leavesOf(settings))
    .filter(({ value }) => typeof value === "object" && value !== null && "$port" in value && value.$port === port)
    .map(({ path }) => path);
}

/** `OPTION=VALUE` without what says one of these ports: by another command they are said by their names. */
export function withoutPorts(settings: readonly string[], service: Service): readonly string[] {
  return settings.flatMap((text) => {
    const at = text.indexOf("=");
    const path = optionNames(text.slice(0, at));
    const options = Object.keys(service.ports ?? {}).flatMap((port) => portOptions(port, service));
    const inner = options.filter((option) => path.every((name, index) => option[index] === name));
    if (inner.length === 0) return [text];
    if (inner.some((option) => option.length === path.length)) return [];
    const value = JSON.parse(text.slice(at + 1)) as Value;
    if (!isSettings(value)) return [text];
    const rest = inner.reduce<Settings>((left, option) => without(option.slice(path.length), left), value);
    return Object.keys(rest).length === 0 ? [] : [`${text.slice(0, at)}=${JSON.stringify(rest)}`];
  });
}

/** Sets of which nothing is left go along. */
function without([name = "", ...rest]: readonly string[], settings: Settings): Settings {
  const { [name]: value, ...others } = settings;
  if (value === undefined || rest.length === 0 || !isSettings(value)) return others;
  const inner = without(rest, value);
  return Object.keys(inner).length === 0 ? others : { ...settings, [name]: inner };
}
