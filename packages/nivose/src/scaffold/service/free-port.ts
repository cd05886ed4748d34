/** Another port for a service that clashes only as the fleet would have it: the command that says it, where it can be said. */

import { clash } from "../../check/services/address.ts";
import type { Listener } from "../../check/services/listener.ts";
import type { Repository } from "../../check/source/repository.ts";
import { catalogue } from "../../services/catalogue.ts";
import { mentionsOf } from "../../services/settings.ts";
import { quoted } from "../command-text.ts";
import { freeNumber } from "./draft/ports.ts";
import { overridesOf } from "./family/add-member.ts";
import { modulesFor } from "./family/modules-for.ts";
import { withoutPorts } from "./said-ports.ts";
import { commandOf, mainPort, type ServiceWish } from "./wish.ts";

/** `listeners` are those of the host with the service. */
export function freePortHint(
  wish: ServiceWish,
  listeners: readonly Listener[],
  repository: Pick<Repository, "files" | "flakes">,
): string | undefined {
  const service = catalogue[wish.name];
  const own = listeners.filter((each) => each.service === wish.name);
  const taken = own.find((each) => listeners.some((other) => isRival(each, other)));
  if (service === undefined || taken === undefined) return undefined;
  const { ports = {} } = service;
  const said = new Map(wish.ports.map((text) => portOf(text, mainPort(service))));
  const main = mainPort(service);
  const name = Object.keys(ports).find((each) => (said.get(each) ?? ports[each]!.number) === taken.port) ?? main;
  if (name === undefined) return undefined;
  const free = freeNumber(taken.port, new Set(listeners.map(({ port }) => port)));
  const flags = [...new Map([...said, [name, free]])].map(([each, number]) =>
    each === main ? String(number) : `${each}=${number}`,
  );
  const better = { ...wish, ports: flags, settings: withoutPorts(wish.settings, service) };
  return isTaken(better, name, repository) ? `${quoted(commandOf(better))} gives it a free one` : undefined;
}

function isRival(own: Listener, other: Listener): boolean {
  return (
    other.service !== own.service &&
    other.port === own.port &&
    other.protocol === own.protocol &&
    clash(own.address, other.address) !== false
  );
}

function portOf(text: string, main = ""): readonly [string, number] {
  const [name, number] = text.includes("=") ? text.split("=", 2) : [main, text];
  return [name!, Number(number)];
}

/** Whether the fleet's module has an option for the port, or the catalogue writes one. */
function isTaken(wish: ServiceWish, port: string, repository: Pick<Repository, "files" | "flakes">): boolean {
  const [module] = modulesFor(wish.name, repository);
  if (module !== undefined) return !("code" in overridesOf(wish, module, repository));
  const { enable, ports = {} } = catalogue[wish.name]!;
  return mentionsOf([enable, ports[port]?.set ?? {}]).ports.includes(port);
}
