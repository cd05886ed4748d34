/** The ports of a service that is added: which numbers they have, who reaches them, and who has them already. */

import type { Message } from "@nivose/nix/message";
import { type Address, addressOf, clash } from "../../../check/services/address.ts";
import type { Listener } from "../../../check/services/listener.ts";
import { listed, tellOption, tellPorts } from "../../../check/services/words.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { Port, Reach } from "../../../services/operation.ts";
import type { Service } from "../../../services/service.ts";
import { mentionsOf } from "../../../services/settings.ts";
import { quoted } from "../../command-text.ts";
import { ownOption } from "../family/own-option.ts";
import { serviceMessages } from "../messages.ts";
import { withoutPorts } from "../said-ports.ts";
import { type Asked, commandOf, type ServiceWish } from "../wish.ts";
import { portThere } from "./release.ts";
import { offering, type Surroundings } from "./surroundings.ts";

export interface DraftPort {
  /** In the entry. */
  readonly name: string;
  readonly entry: Port;
  readonly number: number;
  /** As options take it; all addresses, if nothing is said. */
  readonly address: string | undefined;
  /** Whether others on the network reach it by itself. */
  readonly isOpen: boolean;
  /** Whether something has to be written so that it is so. */
  readonly isSaid: boolean;
  /** Whether an option says its number. */
  readonly isFree: boolean;
}

const LOOPBACK = "127.0.0.1";

export function draftPorts(service: Service, asked: Asked, around: Surroundings): readonly DraftPort[] {
  return Object.entries(service.ports ?? {}).map(([name, known]): DraftPort => {
    const entry = portThere(known, service, around);
    const { ports, addresses } = mentionsOf([service.enable ?? {}, entry.set ?? {}]);
    const number = asked.ports.get(name) ?? entry.number;
    const isBehind = number !== entry.number && isBehindAnother(entry, service, around);
    const reach: Reach = isBehind ? "host" : entry.reach;
    const hasProxy = offering("http-proxy", around) !== undefined;
    const isLocal = reach === "host" || (reach === "proxy" && hasProxy);
    const address = isLocal && addresses.includes(name) ? LOOPBACK : entry.address;
    return {
      name,
      entry,
      number,
      address,
      isOpen: !isLocal && !isLoopback(address) && isForOthers(entry, service),
      isSaid: number !== entry.number || address !== entry.address,
      isFree: ports.includes(name),
    };
  });
}

/** Of name servers and proxies one stands in front, and others answer on ports of their own behind it. */
function isBehindAnother(
  { number, protocols = ["tcp"] }: Port,
  { offers = [] }: Service,
  { listeners }: Surroundings,
): boolean {
  const isFront = offers.some(({ kind }) => kind === "dns" || kind === "http-proxy");
  return isFront && listeners.some((each) => each.port === number && protocols.includes(each.protocol));
}

/** What a proxy is usually in front of has its door closed without one, unless it is of no use so: it may let in everybody. */
function isForOthers({ number, reach }: Port, { listens }: Service): boolean {
  if (reach === "network") return true;
  const own = listens.filter(({ usual }) => usual === number || (Array.isArray(usual) && usual.length > 0));
  return own.some((each) => each.isForOthers === true);
}

/** Those that listen to all, and have been left closed to others. */
export function closedPorts(ports: readonly DraftPort[]): readonly DraftPort[] {
  return ports.filter(({ isOpen, entry: { reach }, address }) => !isOpen && reach === "proxy" && !isLoopback(address));
}

function isLoopback(address: string | undefined): boolean {
  return address !== undefined && /^(?:127\.|localhost$|::1$)/u.test(address);
}

/** Where it listens, as others see it who want the same port. */
export function addressesOf({ entry, address: written }: DraftPort): readonly Address[] {
  const address = addressOf(written);
  if (entry.isEach !== true) return [address];
  if (address.kind === "any") return [{ kind: "each4" }, { kind: "each6" }];
  return address.kind === "any4" ? [{ kind: "each4" }] : address.kind === "any6" ? [{ kind: "each6" }] : [address];
}

/** What is wrong with the numbers, if something is. */
export function portProblem(
  wish: ServiceWish,
  service: Service,
  ports: readonly DraftPort[],
  asked: Asked,
  around: Surroundings,
): Message | undefined {
  const { title } = service;
  const fixed = ports.find((port) => !port.isFree && port.number !== port.entry.number);
  if (fixed !== undefined) return serviceMessages["service-port-fixed"](title, fixed.name, fixed.entry.number);
  const taken = ports.flatMap((port) =>
    (port.entry.protocols ?? (["tcp"] as const)).flatMap((protocol) =>
      around.listeners
        .filter(
          (each) =>
            each.port === port.number &&
            each.protocol === protocol &&
            addressesOf(port).some((address) => clash(each.address, address) !== false),
        )
        .map((listener) => ({ port, protocol, listener })),
    ),
  );
  if (taken.length === 0) return undefined;
  const wanted = [
    ...new Map(
      taken.map((each) => [
        `${each.port.number} ${each.protocol}`,
        { port: each.port.number, protocol: each.protocol },
      ]),
    ).values(),
  ];
  const others = [...new Map(taken.map(({ listener }) => [listener.title, listener])).values()];
  const clashing = ports.filter((port) => taken.some((each) => each.port === port));
  return serviceMessages["service-port-taken"](
    title,
    tellPorts(wanted),
    listed(others.map((each) => each.title)),
    around.host.host.name,
    hintFor(
      { ...wish, settings: withoutPorts(wish.settings, service) },
      { title, taken, clashing, others, ports, asked, around },
    ),
  );
}

interface Taken {
  readonly port: DraftPort;
  readonly listener: Listener;
}

interface Clash {
  readonly title: string;
  readonly taken: readonly Taken[];
  readonly clashing: readonly DraftPort[];
  readonly others: readonly Listener[];
  readonly ports: readonly DraftPort[];
  readonly asked: Asked;
  readonly around: Surroundings;
}

function hintFor(wish: ServiceWish, { title, taken, clashing, others, ports, asked, around }: Clash): string {
  const stuck = clashing.filter(({ isFree }) => !isFree);
  const who = listed(others.map((each) => each.title));
  if (stuck.length > 0) {
    const options = others.map(({ options: [option] }) =>
      option === undefined ? undefined : tellOption(ownOption(option, around.repository)),
    );
    const by = options.filter((option) => option !== undefined && !option.endsWith(".enable"));
    return `${title} always has ${stuck.length > 1 ? "these ports" : "this port"}: give ${who} another one${by.length === 0 ? "" : `, by ${listed(by as string[])}`}`;
  }
  const numbers = new Map(asked.ports);
  const used = new Set([...around.listeners.map(({ port }) => port), ...ports.map(({ number }) => number)]);
  for (const port of clashing) {
    const free = freeNumber(port.entry.number, used);
    used.add(free);
    numbers.set(port.name, free);
  }
  const flags = [...numbers].map(([port, number]) => (ports.length === 1 ? String(number) : `${port}=${number}`));
  const command = quoted(commandOf({ ...wish, ports: flags }));
  const fronts = [...new Set(taken.filter(isInFront).map(({ listener }) => listener.title))];
  const front = listed(fronts);
  return fronts.length > 0
    ? `${command} puts ${title} behind ${front}, which ${fronts.length > 1 ? "stay" : "stays"} in front; to have it in front, move ${front} to ${fronts.length > 1 ? "ports of their own" : "a port of its own"} first`
    : `${command} gives it a free one`;
}

/** Whether who has a port can have others behind it; of what is not in the catalogue nobody knows. */
function isInFront({ port: { entry }, listener: { service } }: Taken): boolean {
  const offers = service === undefined ? undefined : catalogue[service]?.offers;
  const kinds = entry.number === 53 ? ["dns"] : ["http-proxy"];
  return (
    [53, 80, 443].includes(entry.number) &&
    (service === undefined || offers?.some(({ kind }) => kinds.includes(kind)) === true)
  );
}

/** Where those that stand behind another one begin. */
const behind: Readonly<Record<number, number>> = { 53: 5301, 80: 8081, 443: 8444 };
const MOST = 65_535;

/** The next one that nobody has. */
export function freeNumber(usual: number, used: ReadonlySet<number>): number {
  for (let number = behind[usual] ?? usual + 1; number <= MOST; number++) if (!used.has(number)) return number;
  return usual;
}
