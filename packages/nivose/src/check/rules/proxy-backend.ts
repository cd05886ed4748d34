/** Reverse proxies that pass requests on to where nobody answers. */

import { catalogue } from "../../services/catalogue.ts";
import type { Found } from "../finding.ts";
import { lessSure } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import { networkFact } from "../hosts/facts/network.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import type { HostsRule } from "../rule.ts";
import { addressOf, isLoopback, reaches, tellAddress } from "../services/address.ts";
import { type Backend, backendsOf } from "../services/backends.ts";
import { opennessOf } from "../services/firewall.ts";
import type { Listener } from "../services/listener.ts";
import { listenersOf } from "../services/listeners.ts";
import { narrowed, writtenAt } from "../services/narrowed.ts";
import { hostAt } from "../services/network-of.ts";
import { runningServices } from "../services/running.ts";
import { toldAt } from "../services/told-at.ts";
import { mayHaveMore } from "../services/enabled.ts";
import { serviceNamed, serviceWithin } from "../services/named.ts";
import { listed } from "../services/words.ts";

export const rule: HostsRule = {
  code: "proxy-backend",
  family: "services",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [runningServices, networkFact, failingDefinitions],
  title: "A proxy that passes requests on to where nobody answers",
  explain:
    "Nginx, Caddy, HAProxy or Traefik pass requests on to a service that is off, that listens on another port or on another address, or " +
    "to a machine of the fleet that does not let them in. Whoever asks gets '502 Bad Gateway'.\n\n" +
    "Turn the service on, or take its port from its own option, as in " +
    '`proxyPass = "http://127.0.0.1:${toString config.services.grafana.settings.server.http_port}";`.\n\n' +
    "That a service is off is told where the address is taken from the options of this service. Elsewhere it takes " +
    "more than a port: the site, or the backend, has to be called like the service, and nothing else be known " +
    "to listen there. Those findings are `heuristic`.",
  example: {
    bad: `{ config, ... }:
{
  services.nginx = {
    enable = true;
    virtualHosts."grafana.example.org".locations."/".proxyPass =
      "http://127.0.0.1:\${toString config.services.grafana.settings.server.http_port}";
  };
  networking.firewall.allowedTCPPorts = [ 80 ];
}
`,
    good: `{ config, ... }:
{
  services.grafana.enable = true;
  services.nginx = {
    enable = true;
    virtualHosts."grafana.example.org".locations."/".proxyPass =
      "http://127.0.0.1:\${toString config.services.grafana.settings.server.http_port}";
  };
  networking.firewall.allowedTCPPorts = [ 80 ];
}
`,
  },
  *check(fleet) {
    for (const host of fleet.hosts)
      for (const backend of backendsOf(host.fact(runningServices) ?? [])) {
        const target = hostAt(backend.host, host, fleet);
        if (target === undefined || target.problem !== undefined) continue;
        const found = target === host ? here(backend, host, fleet) : there(backend, target);
        if (found === undefined) continue;
        const { place } = toldAt([backend.option], host, fleet);
        yield {
          at: narrowed(place, backend.text, fleet),
          hosts: [host.host.name],
          ...found,
          class: lessSure(found.class ?? "certain", lessSure(host.class, target.class)),
        };
      }
  },
};

type Told = Pick<Found, "text" | "hint" | "class">;

/** To the machine itself. */
function here(backend: Backend, host: EvaluatedHost, fleet: EvaluatedFleet): Told | undefined {
  const { proxy, text, port } = backend;
  const listeners = listenersOf(host);
  const on = listeners.filter((each) => each.protocol === "tcp" && each.port === port);
  const target = addressOf(backend.host);
  if (on.some(({ address }) => reaches(target, address))) return undefined;
  if (on.length > 0)
    return {
      text: `${proxy} passes requests on to ${text}, but ${addressesOf(on)}`,
      hint: "name the address that the service listens on",
      class: "heuristic",
    };
  const running = new Set((host.fact(runningServices) ?? []).map(({ service }) => service));
  const { place } = toldAt([backend.option], host, fleet);
  const within = serviceWithin(writtenAt(place, fleet));
  if (within !== undefined && !running.has(within.name)) {
    if (isMistaken([["services", within.name]], host)) return undefined;
    // what is in a module of which nothing is known may turn it on
    const isAllKnown = !mayHaveMore(host.fact(networkFact) ?? { unread: [""] });
    return { ...isOff(backend, within.name, within.option), ...(isAllKnown ? {} : { class: "heuristic" }) };
  }
  const named = serviceNamed(backend.names);
  if (named === undefined) return undefined;
  const own = listeners.filter(({ service, protocol }) => service === named && protocol === "tcp");
  if (running.has(named)) {
    if (own.length === 0) return undefined;
    const ports = [...new Set(own.map((each) => String(each.port)))];
    return {
      text: `${proxy} passes requests on to ${text}, but ${own[0]!.title} listens on port ${listed(ports)}`,
      hint: `pass them on to port ${ports[0]!}`,
      class: "heuristic",
    };
  }
  return isUsual(named, port) && isAlone(host, named)
    ? { ...isOff(backend, named, `${catalogue[named]!.options}.enable`), class: "heuristic" }
    : undefined;
}

function isOff({ proxy, text }: Backend, service: string, option: string): Told {
  const { title } = catalogue[service]!;
  const enable = option.endsWith(".enable") ? option : `${catalogue[service]!.options}.enable`;
  return {
    text: `${proxy} passes requests on to ${title} at ${text}, and ${title} is off`,
    hint: `turn it on with '${enable} = true;', or leave this out`,
  };
}

/** To another machine of the fleet. */
function there({ proxy, text, port }: Backend, target: EvaluatedHost): Told | undefined {
  const listeners = listenersOf(target);
  const on = listeners.filter((each) => each.protocol === "tcp" && each.port === port);
  const { name } = target.host;
  if (on.length === 0) return undefined;
  if (on.every(({ address }) => isLoopback(address)))
    return {
      text: `${proxy} passes requests on to ${text}, but on ${name} ${addressesOf(on)}, which only ${name} itself can reach`,
      hint: `let it listen on an address of ${name}`,
      class: "heuristic",
    };
  if (opennessOf(port, "tcp", target, listeners) !== "closed") return undefined;
  return {
    text: `${proxy} passes requests on to ${text}, but the firewall of ${name} does not let anybody in on TCP port ${port}`,
    hint: `open it there, with 'networking.firewall.allowedTCPPorts = [ ${port} ];'`,
    class: "heuristic",
  };
}

/** `Grafana listens on 127.0.0.1` */
function addressesOf(listeners: readonly Listener[]): string {
  const addresses = [...new Set(listeners.map(({ address, host }) => tellAddress(address, host)))];
  return `${listeners[0]!.title} listens on ${listed(addresses)}`;
}

function isUsual(service: string, port: number): boolean {
  return catalogue[service]!.listens.some(({ usual }) => usual === port);
}

/** Nobody is known who may run the service in another way. */
function isAlone(host: EvaluatedHost, service: string): boolean {
  const { containers, machines, unread } = host.fact(networkFact) ?? { containers: [], machines: [], unread: [""] };
  const isAlike = (name: string | undefined): boolean => name?.toLowerCase().includes(service) === true;
  const units = (host.record?.options ?? []).filter(({ path }) => path[0] === "systemd" && isAlike(path[2]));
  const isElsewhere = containers.some(({ name, isOnHost }) => isOnHost || isAlike(name)) || machines.length > 0;
  return !isElsewhere && !mayHaveMore({ unread }) && units.length === 0;
}
