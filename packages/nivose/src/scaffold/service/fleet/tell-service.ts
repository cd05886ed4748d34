/** One service in depth, as text: what it is, what it takes, and how it runs on each host that has it. */

import { networkFact } from "../../../check/hosts/facts/network.ts";
import { backupsFact } from "../../../check/hosts/facts/backups.ts";
import { backedUp } from "../../../check/services/backed-up.ts";
import { isLoopback, tellAddress } from "../../../check/services/address.ts";
import { opennessOf } from "../../../check/services/firewall.ts";
import { listenersOf } from "../../../check/services/listeners.ts";
import type { Style } from "../../../report/style.ts";
import { printable, textWidth, wrap } from "../../../report/terminal-text.ts";
import type { Health, Need, Port, Releases, State } from "../../../services/operation.ts";
import { mentionsOf } from "../../../services/settings.ts";
import type { Service } from "../../../services/service.ts";
import { dependentsOf, type HostedService, needsOf } from "./hosted.ts";

type Section = readonly [label: string, lines: readonly string[]];

/** Nothing is said of hosts where there is no fleet. */
export function tellService(
  name: string,
  service: Service,
  hosted: readonly HostedService[] | undefined,
  { width, style }: { readonly width: number; readonly style: Style },
): string[] {
  const all = hosted ?? [];
  const own = all.filter((each) => each.name === name);
  const lay = (sections: readonly Section[], indent: string): string[] =>
    sections.flatMap(([label, lines]) => laidOut(label, lines, { width, style, indent }));
  const { title, purpose = "" } = service;
  const fits = textWidth(`${title}  ${purpose}`) <= width;
  return [
    `${style.strong(title)}${fits && purpose !== "" ? `  ${purpose}` : ""}`,
    ...(fits ? [] : lay([["for", [purpose]]], INDENT)),
    ...lay(aboutSections(name, service), INDENT),
    ...own.flatMap((each) => [
      `${INDENT}on ${style.strong(printable(each.host.host.name))}${each.host.isOnPaper ? style.faint(" (on paper)") : ""}`,
      ...lay(hostSections(each, service, all), INDENT + INDENT),
    ]),
    ...(own.length === 0 && hosted !== undefined ? lay([["runs on", ["no host of this fleet"]]], INDENT) : []),
  ];
}

const INDENT = "  ";
const LABEL = 11;

function laidOut(
  label: string,
  lines: readonly string[],
  { width, style, indent }: { readonly width: number; readonly style: Style; readonly indent: string },
): string[] {
  const room = Math.max(width - LABEL - indent.length, 20);
  const broken = lines.flatMap((line) => (textWidth(line) <= room ? [line] : wrap(line, room)));
  return broken.map((line, index) => {
    const shown = index === 0 ? style.faint(label) + " ".repeat(LABEL - label.length) : " ".repeat(LABEL);
    return `${indent}${shown}${line}`;
  });
}

function aboutSections(name: string, service: Service): Section[] {
  const { options, ports = {}, needs = [], offers = [], state = [], health, secrets = {}, metrics, releases } = service;
  return [
    ["name", [name]],
    ["options", [options.replaceAll("*", "<name>")]],
    ["ports", Object.entries(ports).map(([port, each]) => portText(port, each, service))],
    ["needs", needs.map(needText)],
    [
      "offers",
      offers.map(({ kind, port, socket }) =>
        [
          kind,
          ...(port === undefined ? [] : [`on port ${ports[port]?.number ?? port}`]),
          ...(socket === undefined ? [] : [`at ${socket}`]),
        ].join(" "),
      ),
    ],
    ["state", state.map(stateText)],
    ["health", health === undefined ? [] : [healthText(health, service)]],
    [
      "secrets",
      Object.values(secrets).map(
        ({ purpose, isRequired }) => `${purpose}${isRequired === true ? "" : " (if there is one)"}`,
      ),
    ],
    [
      "figures",
      metrics === undefined
        ? []
        : [
            typeof metrics.port === "number"
              ? `by an exporter on port ${metrics.port}`
              : `on port ${ports[metrics.port]?.number ?? metrics.port}`,
          ],
    ],
    ["releases", releases === undefined ? [] : releaseLines(releases)],
  ];
}

function releaseLines({ from, known, written, until, renamed = [] }: Releases): string[] {
  return [
    ...(from === undefined ? [] : [`since ${from}`]),
    ...(known === undefined ? [] : [`${known} has it already`]),
    ...(written === undefined ? [] : [`since ${written} as it is written here`]),
    ...(until === undefined ? [] : [`until ${until}`]),
    ...renamed.map((each) => `since ${each.in}, ${each.option} is ${each.to}`),
  ];
}

function portText(
  name: string,
  { number, protocols = ["tcp"], address, reach, set }: Port,
  { enable }: Pick<Service, "enable">,
): string {
  const who = { network: "for the network", proxy: "behind a proxy", host: "for this machine only" }[reach];
  const isFixed = set === undefined && !mentionsOf(enable ?? {}).ports.includes(name);
  return [
    `${number}/${protocols.join("+")}`,
    name,
    ...(address === undefined || address === "" ? [] : [`at ${address}`]),
    `(${who}${isFixed ? ", fixed" : ""})`,
  ].join(" ");
}

function needText({ kind, of, isBuiltIn, isOptional }: Need): string {
  const how = isBuiltIn === true ? " (its module turns it on)" : isOptional === true ? " (if there is one)" : "";
  return `${kind}: ${of.join(" or ")}${how}`;
}

function stateText({ path, isDisposable, dump }: State): string {
  if (isDisposable === true) return `${path} (can be had again)`;
  return dump === undefined ? path : `${path} (saved as ${dump.path})`;
}

function healthText(health: Health, { unit, ports = {} }: Pick<Service, "unit" | "ports">): string {
  if (health.kind === "unit") return `the unit ${health.unit ?? unit ?? "of its name"} runs`;
  const number = ports[health.port]?.number ?? health.port;
  if (health.kind === "http") return `${health.scheme ?? "http"} port ${number} answers at ${health.path}`;
  return health.kind === "dns" ? `port ${number} answers a question for a name` : `port ${number} is listened on`;
}

function hostSections(service: HostedService, entry: Service, all: readonly HostedService[]): Section[] {
  const { host, listeners } = service;
  const kept = (entry.state ?? []).filter(({ isDisposable }) => isDisposable !== true);
  const backups = host.fact(backupsFact);
  return [
    ["ports", portLines(service)],
    [
      "needs",
      needsOf(service, all).flatMap(({ need, by }) =>
        by.length === 0 && need.isBuiltIn === true ? [] : [metText(need, by, service)],
      ),
    ],
    ["needed by", named(dependentsOf(service, all))],
    [
      "backup",
      backups === undefined || (backups.jobs.length === 0 && backups.others.length === 0)
        ? []
        : kept.map(({ path, dump }) => {
            const folder = dump?.path ?? path;
            return { saved: `${folder} is saved`, missed: `${folder} is not saved`, unknown: `${folder}: not known` }[
              backedUp(folder, backups)
            ];
          }),
    ],
    ["", listeners.length === 0 && host.fact(networkFact) === undefined ? ["nothing is known of its ports"] : []],
  ];
}

function portLines({ host, listeners }: HostedService): string[] {
  const ports = new Map<string, string>();
  for (const { port, protocol, address, host: written } of listeners) {
    const shut = opennessOf(port, protocol, host, listenersOf(host));
    const where = isLoopback(address) ? "" : shut === "open" ? "open" : shut === "closed" ? "shut" : "";
    const text = [
      `${port}/${protocol}`,
      `at ${tellAddress(address, written)}`,
      ...(where === "" ? [] : [`(${where})`]),
    ];
    ports.set(`${port} ${protocol} ${written}`, printable(text.join(" ")));
  }
  return [...ports.values()];
}

function metText({ kind, isOptional }: Need, by: readonly HostedService[], { host }: HostedService): string {
  if (by.length === 0) return `${kind}: ${isOptional === true ? "none" : "nobody offers it"}`;
  const names = by.map((each) => (each.host === host ? each.name : `${each.name} on ${each.host.host.name}`));
  return printable(`${kind}: ${[...new Set(names)].join(", ")}`);
}

function named(services: readonly HostedService[]): string[] {
  return services.length === 0 ? [] : [services.map(({ name }) => name).join(", ")];
}
