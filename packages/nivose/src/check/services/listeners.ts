/** Who listens on which port of a host, as far as it is known: services of the catalogue, containers, sockets of the fleet's own. */

import { catalogue } from "../../services/catalogue.ts";
import { type Condition, type Listen, type Protocol, settingsOf, unitNamed } from "../../services/service.ts";
import { isAlike, type OptionPath } from "../hosts/defined.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { addressOf, endpointOf } from "./address.ts";
import { containerListeners } from "./containers.ts";
import type { Listener } from "./listener.ts";
import { type Reading, readers, type ReadListen } from "./readers/index.ts";
import { isUnknown, type RunningService, runningServices } from "./running.ts";
import { socketListeners } from "./sockets.ts";

const known = new WeakMap<EvaluatedHost, readonly Listener[]>();

export function listenersOf(host: EvaluatedHost): readonly Listener[] {
  const found = known.get(host) ?? readListeners(host);
  known.set(host, found);
  return found;
}

function readListeners(host: EvaluatedHost): readonly Listener[] {
  const running = (host.fact(runningServices) ?? []).filter((each) => !isMistaken(optionsOf(each), host, [each.path]));
  const network = host.fact(networkFact);
  const own = [...running.flatMap((each) => serviceListeners(each, host)), ...containerListeners(network)];
  return [...own, ...socketListeners(network, own)];
}

/** Those that say whether it runs, and where it listens. */
function optionsOf({ service, path }: RunningService): readonly OptionPath[] {
  const settings = settingsOf(catalogue[service]!).map((setting) => setting.replace(/(?:^|\.)\*.*$/u, "").split("."));
  return [[...path, "enable"], ...settings.map((setting) => [...path, ...setting.filter((name) => name !== "")])];
}

/** By what people call it: `Redis 'cache'`. */
export function titleOf({ service, path }: RunningService): string {
  const { title, options } = catalogue[service]!;
  const name = nameIn(options, path);
  if (name === undefined || name === "") return title;
  return title === "exporter" ? `the exporter '${name}'` : `${title} '${name}'`;
}

function nameIn(options: string, path: OptionPath): string | undefined {
  const star = options.split(".").indexOf("*");
  return star === -1 ? undefined : path[star];
}

export function unitOf({ service, path }: RunningService): string {
  const known = catalogue[service]!;
  return unitNamed(service, known, nameIn(known.options, path));
}

function serviceListeners(running: RunningService, host: EvaluatedHost): Listener[] {
  const service = catalogue[running.service]!;
  const unit = unitOf(running);
  if (isRunOtherwise(host, running, unit)) return [];
  const reader = service.reader === undefined ? undefined : readers[service.reader];
  const reading = readingOf(running);
  const listens = [...service.listens.flatMap((listen) => listensOf(listen, reading)), ...(reader?.(reading) ?? [])];
  return listens.flatMap(({ port, protocols, host: written, address, options, firewall, isForOthers }): Listener[] => {
    if (port <= 0 || port > 65_535) return [];
    const opening = firewall === false ? undefined : (firewall ?? service.firewall);
    return protocols.map((protocol) => ({
      unit,
      title: titleOf(running),
      service: running.service,
      port,
      protocol,
      address: address ?? addressOf(written),
      host: written,
      options: [...options, "enable"].map((option) => [
        ...running.path,
        ...(typeof option === "string" ? option.split(".") : option),
      ]),
      ...(opening === undefined
        ? {}
        : { firewall: { option: [...running.path, ...opening.split(".")], isOn: reading.value(opening) === true } }),
      // a name server on another port is there for one that stands in front
      isForOthers: isForOthers && (!protocols.includes("udp") || port === 53),
    }));
  });
}

/** The fleet has its own idea of the unit or of the whole file of settings, so that nothing is known of where it listens. */
function isRunOtherwise({ record }: EvaluatedHost, { path }: RunningService, unit: string): boolean {
  return (record?.options ?? []).some(({ path: option, answer }) => {
    if (answer.kind !== "option") return false;
    if (
      isAlike(option, [...path, option.at(-1)!]) &&
      /^(?:configFile|staticConfigFile|settingsFile)$/u.test(option.at(-1)!)
    )
      return true;
    if (!isAlike(option.slice(0, 3), ["systemd", "services", unit])) return false;
    const [name = ""] = option.slice(3);
    if (name === "enable") return answer.value === "false";
    if (["wantedBy", "conflicts", "vpnConfinement"].includes(name)) return true;
    return /NetworkNamespacePath|PrivateNetwork|JoinsNamespaceOf|ExecStart/u.test(answer.value + option.join("."));
  });
}

function readingOf({ values }: RunningService): Reading {
  return {
    value: (setting) => values[setting],
    isKnown: (setting) => !isUnknown(values[setting]),
  };
}

function listensOf(listen: Listen, reading: Reading): ReadListen[] {
  const { only, unless, protocols = ["tcp"] as readonly Protocol[], isForOthers = false, firewall } = listen;
  if (only !== undefined && !holds(only, reading)) return [];
  if (unless !== undefined && holds(unless, reading)) return [];
  const settings = [listen.port ?? []].flat();
  const setting = settings.find((each) => reading.value(each) !== undefined);
  const ports = setting === undefined ? listen.usual : reading.value(setting);
  const hosts = listen.address === undefined ? undefined : reading.value(listen.address);
  if (isUnknown(ports) || isUnknown(hosts)) return [];
  // what is null listens on all addresses, or nowhere
  const given = hosts === undefined ? listen.usualAddress : hosts === null ? "*" : hosts;
  const options = [setting, listen.address].filter((each) => each !== undefined && reading.value(each) !== undefined);
  const rest = {
    protocols,
    options: options as string[],
    isForOthers,
    ...(firewall === undefined ? {} : { firewall }),
  };
  const listed = [ports].flat().flatMap((port) => (typeof port === "string" ? port.split(",") : [port]));
  return listed.flatMap((port) => {
    const endpoint = typeof port === "number" || typeof port === "string" ? endpointOf(String(port)) : undefined;
    const number = endpoint?.port ?? (typeof listen.usual === "number" ? listen.usual : undefined);
    if (endpoint === undefined || number === undefined) return [];
    const isUnix = (host: unknown): boolean =>
      typeof host === "string" && (host.startsWith("/") || host.startsWith("unix"));
    const all =
      endpoint.host === undefined
        ? [given].flat().flatMap((host) => (typeof host === "string" ? host.split(/[\s,]+/u) : [host]))
        : [endpoint.host];
    return all
      .filter((host) => !isUnix(host))
      .map((host) => ({ ...rest, port: number, host: typeof host === "string" ? host : undefined }));
  });
}

function holds(condition: Condition, { value }: Reading): boolean {
  const [setting, wanted] = typeof condition === "string" ? [condition] : condition;
  const is = value(setting);
  if (wanted !== undefined) return is === wanted;
  return is !== undefined && is !== null && is !== false && !isUnknown(is);
}
