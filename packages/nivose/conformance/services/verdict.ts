/** What an entry says beside what the system says that was made from it. */

import type { EvaluatedHost } from "../../src/check/hosts/evaluated-fleet.ts";
import type { Fact } from "../../src/check/hosts/fact.ts";
import type { Listener } from "../../src/check/services/listener.ts";
import { listenersOf } from "../../src/check/services/listeners.ts";
import { catalogue } from "../../src/services/catalogue.ts";
import { type Service, unitNamed } from "../../src/services/service.ts";
import type { Wish } from "./module.ts";
import { instanceOf } from "./places.ts";
import { firewallVerdict, portVerdict } from "./port-verdict.ts";
import type { System } from "./question.ts";
import { stateVerdict } from "./state-verdict.ts";

export interface Verdict {
  readonly problems: readonly string[];
  /** What the entry says, and the system neither says nor denies: it is within a program. */
  readonly unseen: readonly string[];
}

export function verdictOf(wish: Wish, system: System, empty: System): Verdict {
  const service = catalogue[wish.name]!;
  const listeners = readByCheck(system);
  const ports = portVerdict(wish, system, listeners);
  const firewall = firewallVerdict(wish, system, empty);
  const state = stateVerdict(wish, system, empty);
  return {
    problems: [
      ...system.failing.map((message) => `it is refused: ${message}`),
      ...unitProblems(wish, system),
      ...ports.problems,
      ...firewall.problems,
      ...state.problems,
      ...exporterProblems(service, wish, system),
    ],
    unseen: [...ports.unseen, ...firewall.unseen, ...state.unseen],
  };
}

/** As `nivose check` would read them. */
export function readByCheck({ running, network }: System): readonly Listener[] {
  const facts: Readonly<Record<string, unknown>> = { runningServices: running, network };
  const fact = <Value>({ name }: Fact<Value>): Value | undefined => facts[name] as Value | undefined;
  return listenersOf({ fact, record: undefined, undeclared: [] } as unknown as EvaluatedHost);
}

function unitProblems({ name, isFull }: Wish, { units }: System): string[] {
  const service = catalogue[name]!;
  const { health, state = [] } = service;
  const unit = unitNamed(name, service, service.instance);
  const dumps = isFull ? state.flatMap(({ dump }) => dump?.unit ?? []) : [];
  const own = health.kind === "unit" && health.unit !== undefined ? instanceOf(service, health.unit) : unit;
  // of a template there is only the template
  const wanted = [own, ...dumps].map((each) => each.replace(/@.*/u, "@"));
  return wanted
    .map((each) => (/\.(?:socket|timer)$/u.test(each) ? each : `${each}.service`))
    .filter((each) => !units.includes(each))
    .map((each) => `there is no unit ${each}`);
}

function exporterProblems({ metrics }: Service, { isFull }: Wish, { exporters }: System): string[] {
  if (!isFull || metrics?.exporter === undefined) return [];
  const port = exporters[metrics.exporter];
  return port === metrics.port
    ? []
    : [`the exporter ${metrics.exporter} is on ${String(port)}, not on ${metrics.port}`];
}
