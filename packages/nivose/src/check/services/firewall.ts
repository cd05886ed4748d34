/** Whether others can reach a port of a host, as far as its firewall tells. */

import { portsOf } from "../../fleet/ports.ts";
import type { Protocol } from "../../services/service.ts";
import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import { networkFact } from "../hosts/facts/network.ts";
import type { Listener } from "./listener.ts";
import { mayHaveMore } from "./enabled.ts";

/** Closed is only what nothing at all is known to open. */
export type Openness = "open" | "closed" | "unknown";

export function opennessOf(
  port: number,
  protocol: Protocol,
  host: EvaluatedHost,
  listeners: readonly Listener[],
): Openness {
  const { firewall, unread, waysIn } = host.fact(networkFact) ?? { firewall: null, unread: [], waysIn: [] };
  if (firewall === null || isMistaken([["networking", "firewall"]], host)) return "unknown";
  if (!firewall.isOn) return "open";
  const [found] = portsOf([port], firewall);
  if (found!.open.includes(protocol) || found!.interfaces.length > 0) return "open";
  const isOpened = (each: Listener): boolean =>
    each.port === port && each.protocol === protocol && each.firewall?.isOn === true;
  if (listeners.some(isOpened)) return "open";
  // rules that only keep others out change nothing
  if (/accept|redirect|dnat|-j (?!DROP|REJECT|LOG)/iu.test(firewall.rules) || mayHaveMore({ unread })) return "unknown";
  if (firewall.trusted.some((name) => name !== "lo")) return "unknown";
  return waysIn.length > 0 ? "unknown" : "closed";
}
