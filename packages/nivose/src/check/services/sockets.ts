/** Sockets that the fleet has systemd listen on. One that is for a service which listens itself is that service's. */

import type { NetworkFact } from "../hosts/facts/network.ts";
import { addressOf, endpointOf } from "./address.ts";
import type { Listener } from "./listener.ts";

export function socketListeners(network: NetworkFact | undefined, known: readonly Listener[]): Listener[] {
  return (network?.sockets ?? []).flatMap(({ name, service, streams, datagrams }) => {
    const unit = (service ?? name).replace(/\.service$/u, "").replace(/@$/u, "");
    const of = (protocol: "tcp" | "udp", text: string): Listener[] => {
      const endpoint = endpointOf(text);
      if (text.startsWith("/") || text.startsWith("@") || endpoint?.port === undefined) return [];
      const { host, port } = endpoint;
      return [
        {
          unit: known.find((each) => each.unit === unit || each.service === unit)?.unit ?? unit,
          title: `the socket '${name}'`,
          port,
          protocol,
          address: addressOf(host),
          host,
          options: [protocol === "tcp" ? "listenStreams" : "listenDatagrams"].map((option) => [
            "systemd",
            "sockets",
            name,
            option,
          ]),
          isForOthers: false,
        },
      ];
    };
    return [...streams.flatMap((text) => of("tcp", text)), ...datagrams.flatMap((text) => of("udp", text))];
  });
}
