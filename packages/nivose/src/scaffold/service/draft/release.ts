/** What the release of a host has to do with a service: whether it has it, by which names, and with which of its options. */

import type { Message } from "@nivose/nix/message";
import type { Port } from "../../../services/operation.ts";
import type { Service } from "../../../services/service.ts";
import { isSettings, type Settings } from "../../../services/settings.ts";
import { serviceMessages } from "../messages.ts";
import type { Surroundings } from "./surroundings.ts";

type Around = Pick<Surroundings, "release" | "host">;

/** Nothing where nothing is known of it. */
export function releaseProblem(
  { title, releases }: Pick<Service, "title" | "releases">,
  { release, host }: Around,
): Message | undefined {
  if (release === undefined || releases === undefined) return undefined;
  const { from, written, until } = releases;
  const name = host.host.name;
  if ((from !== undefined && release < from) || (until !== undefined && until < release))
    return serviceMessages["service-release"](title, name, release, from, until);
  return written !== undefined && release < written
    ? serviceMessages["service-options-later"](title, name, release, written)
    : undefined;
}

/** Each as a sentence: what is written by a name that the release of the host has another one for. */
export function renamedNotes({ releases }: Pick<Service, "releases">, { release, host }: Around): readonly string[] {
  if (release === undefined) return [];
  return (releases?.renamed ?? [])
    .filter((each) => each.in <= release)
    .map(
      ({ option, in: since, to }) =>
        `'${option}' is '${to}' since NixOS ${since}: ${host.host.name} is of ${release}, which understands the old name and warns of it.`,
    );
}

/** The port as it is in the release of the host: what sets it may have come later. */
export function portThere(port: Port, { since = {} }: Pick<Service, "since">, { release }: Around): Port {
  const { set, ...rest } = port;
  if (set === undefined || release === undefined) return port;
  const isLater = leavesOf(set).some((option) => release < (since[option.join(".")] ?? release));
  return isLater ? rest : port;
}

/** What turns it on in the release of the host: without options that came later. */
export function enableThere({ enable, since = {} }: Pick<Service, "enable" | "since">, { release }: Around): Settings {
  if (release === undefined) return enable;
  return Object.entries(since)
    .filter(([, first]) => release < first)
    .reduce((settings, [option]) => withoutSetting(settings, option.split(".")), enable);
}

function withoutSetting(settings: Settings, [name, ...rest]: readonly string[]): Settings {
  const inner = name === undefined ? undefined : settings[name];
  if (inner === undefined) return settings;
  const { [name!]: _, ...others } = settings;
  if (rest.length === 0) return others;
  return isSettings(inner) ? { ...settings, [name!]: withoutSetting(inner, rest) } : settings;
}

function leavesOf(settings: Settings, at: readonly string[] = []): (readonly string[])[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    isSettings(value) ? leavesOf(value, [...at, name]) : [[...at, name]],
  );
}
