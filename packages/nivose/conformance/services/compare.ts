/** What an entry says beside what the system says that was made from it. */

import type { EvaluatedHost } from "../../src/check/hosts/evaluated-fleet.ts";
import type { Fact } from "../../src/check/hosts/fact.ts";
import type { Listener } from "../../src/check/services/listener.ts";
import { listenersOf } from "../../src/check/services/listeners.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import type { Protocol, Service } from "../../src/services/service.ts";
import { numberOf, servicesOf, type Wish } from "./module.ts";
import type { System } from "./question.ts";

export interface Verdict {
  readonly problems: readonly string[];
  /** What the entry says, and the system neither says nor denies: it is within a program. */
  readonly unseen: readonly string[];
}

export function verdictOf(wish: Wish, system: System, empty: System): Verdict {
  const service = catalogue[wish.name]!;
  const listeners = readByCheck(system);
  const ports = portVerdict(wish, system, listeners);
  const state = stateVerdict(wish, system, empty);
  return {
    problems: [
      ...system.failing.map((message) => `it is refused: ${message}`),
      ...unitProblems(wish, system),
      ...ports.problems,
      ...firewallProblems(wish, system, empty),
      ...state.problems,
      ...exporterProblems(service, wish, system),
    ],
    unseen: [...ports.unseen, ...state.unseen],
  };
}

/** As `nivose check` would read them. */
export function readByCheck({ running, network }: System): readonly Listener[] {
  const facts: Readonly<Record<string, unknown>> = { runningServices: running, network };
  const fact = <Value>({ name }: Fact<Value>): Value | undefined => facts[name] as Value | undefined;
  return listenersOf({ fact, record: undefined, undeclared: [] } as unknown as EvaluatedHost);
}

function named(service: Service, text: string): string {
  return text.replace("*", service.instance ?? "");
}

function unitProblems({ name, isFull }: Wish, { units }: System): string[] {
  const service = catalogue[name]!;
  const { unit = name, health, state = [] } = service;
  const dumps = isFull ? state.flatMap(({ dump }) => dump?.unit ?? []) : [];
  const wanted = [...(health.kind === "unit" ? [health.unit ?? unit] : [unit]), ...dumps].map((each) =>
    named(service, each.includes("@") ? each.replace(/@.*/u, "@") : each),
  );
  return wanted
    .map((each) => (/\.(?:socket|timer)$/u.test(each) ? each : `${each}.service`))
    .filter((each) => !units.includes(each))
    .map((each) => `there is no unit ${each}`);
}

function portVerdict(wish: Wish, system: System, listeners: readonly Listener[]): Verdict {
  const { ports = {} } = catalogue[wish.name]!;
  const streams = Object.values(system.sockets).flat();
  const units = Object.values(system.services)
    .map(({ text }) => text)
    .join("\n");
  const problems: string[] = [];
  const unseen: string[] = [];
  for (const [name, { protocols = ["tcp"] }] of Object.entries(ports))
    for (const protocol of protocols) {
      const number = numberOf(wish, name);
      const isRead = listeners.some((each) => each.port === number && each.protocol === protocol);
      const isSeen =
        isRead ||
        system.open[protocol as Protocol].includes(number) ||
        streams.some((stream) => new RegExp(`(?:^|:)${number}$`, "u").test(stream)) ||
        new RegExp(`(?<![\\d.])${number}(?![\\d.])`, "u").test(units);
      if (!isSeen) unseen.push(`${name} ${number}/${protocol}`);
    }
  for (const { unit, port, protocol } of listeners.filter((each) => each.service === wish.name)) {
    const isSaid = Object.entries(ports).some(
      ([name, each]) => numberOf(wish, name) === port && (each.protocols ?? ["tcp"]).includes(protocol),
    );
    if (!isSaid) problems.push(`check reads ${port}/${protocol} of ${unit}, and the entry has another`);
  }
  return { problems: [...new Set(problems)], unseen: [...new Set(unseen)] };
}

function firewallProblems(wish: Wish, { open }: System, empty: System): string[] {
  const { ports = {}, firewall } = catalogue[wish.name]!;
  const problems: string[] = [];
  const said = new Set(
    (["tcp", "udp"] as const).flatMap((protocol) => {
      const own = Object.entries(ports).filter(([, { protocols = ["tcp"] as readonly Protocol[] }]) =>
        protocols.includes(protocol),
      );
      for (const [name, port] of own) {
        const option = port.firewall ?? firewall;
        const number = numberOf(wish, name);
        if (
          wish.isFull &&
          typeof option === "string" &&
          !open[protocol].includes(number) &&
          port.address !== "127.0.0.1"
        )
          problems.push(`${option} does not open ${name} ${number}/${protocol}`);
      }
      return own.map(([name]) => `${numberOf(wish, name)}/${protocol}`);
    }),
  );
  if (!wish.isFull) return problems;
  const more = (["tcp", "udp"] as const).flatMap((protocol) =>
    open[protocol].filter((number) => !empty.open[protocol].includes(number)).map((number) => `${number}/${protocol}`),
  );
  const others = more.filter((each) => !said.has(each));
  if (others.length > 0 && servicesOf(wish).length === 1)
    problems.push(`it opens ${others.join(", ")}, of which the entry says nothing`);
  return problems;
}

function stateVerdict(wish: Wish, { services, folders, values }: System, empty: System): Verdict {
  const problems: string[] = [];
  const unseen: string[] = [];
  const service = catalogue[wish.name]!;
  const made = Object.values(services).flatMap(({ state, isDynamic }) =>
    state.map((each) => `/var/lib/${isDynamic ? "private/" : ""}${each}`),
  );
  const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}/`);
  const paths = (service.state ?? []).map((each) => named(service, each.path));
  for (const each of service.state ?? []) {
    const folder = named(service, each.path);
    if (each.option !== undefined) {
      const value = values[optionPath(service, each.option)];
      const all = [value]
        .flat()
        .map((one) => (each.below === undefined ? String(one) : `${each.below}/${String(one)}`));
      if (!all.some((one) => one.replace(/\/$/u, "") === folder))
        problems.push(`${each.option} is ${all.join(", ")}, not ${folder}`);
    } else if (![...made, ...folders].some((one) => isWithin(folder, one) || isWithin(one, folder)))
      unseen.push(folder);
    const { dump } = each;
    if (wish.isFull && dump?.option !== undefined && values[dump.option] !== dump.path)
      problems.push(`${dump.option} is ${String(values[dump.option])}, not ${dump.path}`);
  }
  const others = servicesOf(wish).slice(1);
  if (others.length > 0 || service.needs?.some(({ isBuiltIn }) => isBuiltIn)) return { problems, unseen };
  for (const folder of made)
    if (!paths.some((one) => isWithin(folder, one) || isWithin(one, folder)))
      problems.push(`it keeps something in ${folder}, of which the entry says nothing`);
  for (const folder of folders.filter((one) => one.startsWith("/var/lib/") && !empty.folders.includes(one)))
    if (
      ![...paths, ...made.map((one) => one.replace("/private/", "/"))].some(
        (one) => isWithin(folder, one) || isWithin(one, folder),
      )
    )
      problems.push(`it has the folder ${folder}, of which the entry says nothing`);
  return { problems: [...new Set(problems)], unseen };
}

export function optionPath(service: Service, option: string): string {
  return `${named(service, service.options)}.${option}`;
}

/** The options whose values are compared. */
export function comparedOptions(name: string): string[] {
  const service = catalogue[name]!;
  return (service.state ?? []).flatMap(({ option, dump }) => [
    ...(option === undefined ? [] : [optionPath(service, option)]),
    ...(dump?.option === undefined ? [] : [dump.option]),
  ]);
}

function exporterProblems({ metrics }: Service, { isFull }: Wish, { exporters }: System): string[] {
  if (!isFull || metrics?.exporter === undefined) return [];
  const port = exporters[metrics.exporter];
  return port === metrics.port
    ? []
    : [`the exporter ${metrics.exporter} is on ${String(port)}, not on ${metrics.port}`];
}
