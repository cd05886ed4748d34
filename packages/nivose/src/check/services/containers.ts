/** The ports of the host that containers are reached at. */

import type { Protocol } from "../../services/service.ts";
import type { NetworkFact } from "../hosts/facts/network.ts";
import { addressOf } from "./address.ts";
import type { Listener } from "./listener.ts";

export function containerListeners(network: NetworkFact | undefined): Listener[] {
  return (network?.containers ?? [])
    .filter(({ isOnHost, isStarted }) => !isOnHost && isStarted)
    .flatMap(({ name, ports }) =>
      ports.flatMap((text) =>
        publishedPorts(text).map(({ port, protocol, host }) => ({
          unit: `container-${name}`,
          title: `the container '${name}'`,
          port,
          protocol,
          address: addressOf(host),
          host,
          options: [["virtualisation", "oci-containers", "containers", name, "ports"]],
          isForOthers: false,
        })),
      ),
    );
}

interface Published {
  readonly host: string | undefined;
  readonly port: number;
  readonly protocol: Protocol;
}

/** `8080:80`, `127.0.0.1:53:53/udp`, `8000-8010:8000-8010`; a port of the container alone gets any port of the host. */
export function publishedPorts(text: string): Published[] {
  const found = /^(?:(\[[^\]]*\]|[^:/]*):)?(\d+)(?:-(\d+))?:\d+(?:-\d+)?(?:\/(tcp|udp))?$/u.exec(text.trim());
  if (found === null) return [];
  const [, host, first, last = first, protocol = "tcp"] = found;
  const count = Number(last) - Number(first) + 1;
  // a range that is no small one is not looked at port by port
  if (count < 1 || count > 64) return [];
  return Array.from({ length: count }, (_each, index) => ({
    host: host === "" ? undefined : host,
    port: Number(first) + index,
    protocol: protocol as Protocol,
  }));
}
