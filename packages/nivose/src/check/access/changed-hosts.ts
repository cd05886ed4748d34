/** Hosts that were there before the change and still are, with something that is known of both. */

import { type Class, lessSure } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import type { Fact } from "../hosts/fact.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import { networkFact } from "../hosts/facts/network.ts";

export interface ChangedHost<Value> {
  readonly host: EvaluatedHost;
  readonly earlier: EvaluatedHost;
  readonly now: Value;
  readonly before: Value;
  /** On paper modules of which nothing is known may say something else. */
  readonly sureness: Class;
}

export function* changedHosts<Value>(fact: Fact<Value>, fleet: EvaluatedFleet): Iterable<ChangedHost<Value>> {
  for (const host of fleet.hosts) {
    const earlier = fleet.before?.hosts.find(
      (each) => each.host.attribute === host.host.attribute && each.host.flake === host.host.flake,
    );
    const [now, before] = [host.fact(fact), earlier?.fact(fact)];
    if (isMistaken(ofFoundations, host)) continue;
    if (earlier === undefined || now === undefined || before === undefined) continue;
    const isUnread = [host, earlier].some((each) => (each.fact(networkFact)?.unread.length ?? 0) > 0);
    const sureness = isUnread ? "heuristic" : lessSure(host.class, earlier.class);
    yield { host, earlier, now, before, sureness };
  }
}

const ofFoundations = [["boot"], ["fileSystems"], ["networking"], ["systemd", "network"]];
