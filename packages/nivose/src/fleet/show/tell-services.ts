/** The services of a host, and the ports that are open, as text. */

import type { HostDetails, Service } from "../details.ts";
import type { Firewall, Opened, Port } from "../ports.ts";

/** Those that the fleet turns on, a line for each that has more to tell than its name; of the others how many there are. */
export function serviceLines({ services = [], firewall }: HostDetails): string[] {
  const own = services.filter(({ isOwn }) => isOwn);
  const isTold = ({ ports, sites }: Service): boolean => ports.length > 0 || sites.length > 0;
  const told = own.filter(isTold);
  const others = own.filter((service) => !isTold(service)).map(({ name }) => name);
  const count = services.length - own.length;
  return [
    ...told.map((service) => serviceText(service, firewall)),
    ...(others.length === 0 ? [] : [others.join(", ")]),
    ...(count === 0 ? [] : [`and ${count} that modules of others turn on`]),
  ];
}

function serviceText({ name, ports, sites, opensFirewall }: Service, firewall: Firewall | undefined): string {
  const open = ports.map((port) => portText(port, firewall?.isOn === true && !opensFirewall));
  return [
    `${name}${open.length > 0 ? `  ${open.join(" ")}` : ""}`,
    ...(sites.length === 0 ? [] : [`for ${sites.join(", ")}`]),
  ].join("  ");
}

/** `443/tcp`; in brackets if the firewall keeps it shut, as far as is known. */
function portText({ port, open, interfaces }: Port, isShut: boolean): string {
  if (open.length > 0) return `${port}/${open.join("+")}`;
  if (interfaces.length > 0) return `${port} (${interfaces.join(", ")})`;
  return isShut ? `(${port})` : String(port);
}

/** What is open everywhere, then what is open on an interface alone. */
export function firewallLines(firewall: Firewall | undefined): string[] {
  if (firewall === undefined) return [];
  if (!firewall.isOn) return ["all: the firewall is off"];
  return [
    ...openedTexts(firewall),
    ...Object.entries(firewall.interfaces).flatMap(([name, opened]) => {
      const texts = openedTexts(opened);
      return texts.length === 0 ? [] : [`${name}: ${texts.join(", ")}`];
    }),
  ];
}

function openedTexts({ tcp, udp, tcpRanges, udpRanges }: Opened): string[] {
  const text = (protocol: string, single: readonly number[], ranges: readonly string[]): string[] =>
    single.length + ranges.length === 0 ? [] : [`${protocol} ${[...unique(single), ...ranges].join(" ")}`];
  return [...text("tcp", tcp, tcpRanges), ...text("udp", udp, udpRanges)];
}

function unique(ports: readonly number[]): number[] {
  return [...new Set(ports)].toSorted((a, b) => a - b);
}
