/** Ports that were opened for a service that goes: some of them others listen on as well. */

import { isLoopback } from "../../../check/services/address.ts";
import { listed, tellPorts } from "../../../check/services/words.ts";
import type { Protocol } from "../../../services/service.ts";
import { isSettings, type Settings, settingsAt, type Value } from "../../../services/settings.ts";
import type { Surroundings } from "../draft/surroundings.ts";

interface OpenPorts {
  /** The settings without those that others have. */
  readonly free: Settings;
  /** Those that others have, each as it would be closed. */
  readonly shared: readonly { readonly settings: Settings; readonly note: string }[];
}

/** `beside` is what was written beside the service; it is not among `around`. */
export function openPorts(beside: Settings, around: Surroundings): OpenPorts {
  const { networking, ...others } = beside;
  const firewall =
    networking !== undefined && isSettings(networking) ? (networking as Settings)["firewall"] : undefined;
  if (firewall === undefined || !isSettings(firewall)) return { free: beside, shared: [] };
  const left: Record<string, Value> = {};
  const shared: OpenPorts["shared"][number][] = [];
  for (const [option, numbers] of Object.entries(firewall as Settings)) {
    const protocol = protocols[option];
    if (protocol === undefined || !Array.isArray(numbers)) {
      left[option] = numbers;
      continue;
    }
    const own = (numbers as readonly Value[]).filter((each) => usersOf(each, protocol, around).length === 0);
    if (own.length > 0) left[option] = own;
    for (const port of (numbers as readonly number[]).filter((each) => !own.includes(each)))
      shared.push({
        settings: settingsAt(["networking", "firewall", option], [port]),
        note: `${tellPorts([{ port, protocol }])} of ${around.host.host.name} stays open: ${listed(usersOf(port, protocol, around))} listens there.`,
      });
  }
  const rest = Object.keys(left).length === 0 ? {} : { networking: { ...(networking as Settings), firewall: left } };
  return { free: { ...others, ...rest }, shared };
}

const protocols: Readonly<Record<string, Protocol>> = { allowedTCPPorts: "tcp", allowedUDPPorts: "udp" };

/** By their titles. */
function usersOf(port: Value, protocol: Protocol, { listeners }: Surroundings): readonly string[] {
  const users = listeners.filter(
    (each) => each.port === port && each.protocol === protocol && !isLoopback(each.address),
  );
  return [...new Set(users.map(({ title }) => title))];
}
