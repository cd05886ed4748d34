/** Who needs a port of a host open, beside the service that goes, and what opens it. */

import { isAlike } from "../../../check/hosts/defined.ts";
import type { EvaluatedHost } from "../../../check/hosts/evaluated-fleet.ts";
import { isLoopback } from "../../../check/services/address.ts";
import { listed, tellOption } from "../../../check/services/words.ts";
import type { Protocol } from "../../../services/service.ts";
import { catalogue } from "../../../services/catalogue.ts";
import type { HostedService } from "../fleet/hosted.ts";
import type { Surroundings } from "../draft/surroundings.ts";

type Path = readonly string[];

/** What says nothing of the host any more: files that go, and modules of a service that is turned off. */
export type Goes = (file: string) => boolean;

/** A number in one of the lists of the firewall. */
export interface Opening {
  /** The list, from the root: one of the firewall's own, or of one of its interfaces. */
  readonly option: Path;
  readonly port: number;
  readonly protocol: Protocol;
}

/** Whoever needs a port, with the options by which that is known. */
export interface PortUser {
  /** As a sentence without its end: `Nginx listens there`. */
  readonly why: string;
  readonly options: readonly Path[];
}

/** What a file that goes opens. */
export function openingsIn(goes: Goes, host: EvaluatedHost): readonly Opening[] {
  return openings(host).filter(({ file }) => goes(file));
}

/** What a service opens by an option of its own. */
export function openingsOf({ listeners }: Pick<HostedService, "listeners">): readonly Opening[] {
  return listeners
    .filter(({ firewall }) => firewall?.isOn === true)
    .map(({ port, protocol }) => ({ option: ["networking", "firewall", lists[protocol]], port, protocol }));
}

/** Whether it is open all the same. */
export function isOpenWithout(goes: Goes, { port, protocol, option }: Opening, around: Surroundings): boolean {
  const isSame = (other: Opening): boolean => other.port === port && other.protocol === protocol;
  // what is open everywhere is open on an interface
  const isWide = (other: Opening): boolean => other.option.length === LENGTH || isAlike(other.option, option);
  const others = openings(around.host).filter(({ file }) => !goes(file));
  return (
    others.some((other) => isSame(other) && isWide(other)) ||
    staying(goes, around).some(
      (each) => each.port === port && each.protocol === protocol && each.firewall?.isOn === true,
    )
  );
}

/** Nothing, if nobody needs it. */
export function userOf(
  goes: Goes,
  { port, protocol }: Pick<Opening, "port" | "protocol">,
  around: Surroundings,
): PortUser | undefined {
  const listeners = staying(goes, around).filter(
    (each) => each.port === port && each.protocol === protocol && !isLoopback(each.address),
  );
  if (listeners.length > 0) {
    const titles = [...new Set(listeners.map(({ title }) => title))];
    return {
      why: `${listed(titles)} ${titles.length === 1 ? "listens" : "listen"} there`,
      options: listeners.flatMap(({ options }) => options),
    };
  }
  const options = portOptions(port, goes, around.host);
  return options.length === 0 ? undefined : { why: `${listed(options.map(tellOption))} has it`, options };
}

/** `networking.firewall.allowedTCPPorts` */
const LENGTH = 3;

const lists: Readonly<Record<Protocol, string>> = { tcp: "allowedTCPPorts", udp: "allowedUDPPorts" };

/** Of the ports in a list of the firewall; nothing of its other options. */
export function protocolOf(list: string | undefined): Protocol | undefined {
  return (["tcp", "udp"] as const).find((protocol) => lists[protocol] === list);
}

function openings({ record, local }: EvaluatedHost): readonly (Opening & { readonly file: string })[] {
  return (record?.options ?? []).flatMap(({ path: option, answer }) => {
    const protocol = protocolOf(option.at(-1));
    if (protocol === undefined || option[0] !== "networking" || option[1] !== "firewall" || answer.kind !== "option")
      return [];
    return (answer.definitions ?? [])
      .filter(({ isDefault }) => isDefault !== true)
      .flatMap(({ file, position, elements = [] }) => {
        const { name } = local(position?.file ?? file);
        return elements.map((element) => ({ option, protocol, port: Number(element), file: name }));
      });
  });
}

/** Those that still listen: whoever is turned on by nothing but what goes, goes along. */
function staying(goes: Goes, { listeners, host }: Surroundings): Surroundings["listeners"] {
  return listeners.filter(({ options }) => {
    const enables = options.filter((option) => option.at(-1) === "enable");
    const files = enables.flatMap((option) => definers(option, host));
    return files.length === 0 || files.some((file) => !goes(file));
  });
}

/** An option for a port, of a service that the catalogue does not know or of the fleet's own. */
function portOptions(port: number, goes: Goes, host: EvaluatedHost): readonly Path[] {
  return (host.record?.options ?? [])
    .filter(
      ({ path, answer }) =>
        answer.kind === "option" &&
        answer.value === String(port) &&
        /(?:^port|Port|_port)$/u.test(path.at(-1) ?? "") &&
        !isOfCatalogue(path) &&
        definers(path, host).some((file) => !goes(file)),
    )
    .map(({ path }) => path);
}

function isOfCatalogue(path: Path): boolean {
  return known.some((parts) => parts.every((part, index) => part === "*" || part === path[index]));
}

const known = Object.values(catalogue).map(({ options }) => options.split("."));

/** The files that give it a value. */
function definers(option: Path, { record, local }: EvaluatedHost): readonly string[] {
  return (record?.options ?? [])
    .filter(({ path }) => isAlike(path, option))
    .flatMap(({ answer }) => (answer.kind === "option" ? (answer.definitions ?? []) : []))
    .filter(({ isDefault }) => isDefault !== true)
    .map(({ file, position }) => local(position?.file ?? file).name);
}
