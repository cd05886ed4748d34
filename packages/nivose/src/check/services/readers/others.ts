/** Services with a list of listeners, or with arguments. */

import { numberAt, type Reader, type ReadListen, textsOf } from "./reading.ts";

export const openssh: Reader = ({ value }) => {
  const ports = textsOf(value("ports")).map(Number);
  const own = [value("listenAddresses")].flat() as readonly {
    readonly addr?: string | null;
    readonly port?: number | null;
  }[];
  const at = (port: number, host: string | undefined, option: string): ReadListen => ({
    port,
    protocols: ["tcp"],
    host,
    options: [option],
    isForOthers: true,
  });
  const addresses = own.filter((each) => typeof each === "object" && each !== null && typeof each.addr === "string");
  if (addresses.length === 0) return ports.map((port) => at(port, undefined, "ports"));
  return addresses.flatMap(({ addr, port }) =>
    (typeof port === "number" ? [port] : ports).map((each) => at(each, addr!, "listenAddresses")),
  );
};

export const mosquitto: Reader = ({ value }) =>
  ([value("listeners")].flat() as readonly { readonly address?: string | null; readonly port?: number }[]).flatMap(
    (each): ReadListen[] => {
      if (typeof each?.port !== "number" || each.address?.startsWith("/") === true) return [];
      return [
        {
          port: each.port,
          protocols: ["tcp"],
          host: each.address ?? undefined,
          options: ["listeners"],
          isForOthers: true,
        },
      ];
    },
  );

export const synapse: Reader = ({ value }) =>
  (
    [value("settings.listeners")].flat() as readonly { readonly bind_addresses?: unknown; readonly port?: unknown }[]
  ).flatMap((each) => {
    if (typeof each?.port !== "number") return [];
    const hosts = textsOf(each.bind_addresses);
    const port = each.port;
    return (hosts.length > 0 ? hosts : [undefined]).map((host): ReadListen => ({
      port,
      protocols: ["tcp"],
      host,
      options: ["settings.listeners"],
      isForOthers: false,
    }));
  });

/** Only as a page does it listen. */
export const glances: Reader = (reading) => {
  const args = textsOf(reading.value("extraArgs"));
  if (!args.some((arg) => ["--webserver", "-w", "--server", "-s"].includes(arg))) return [];
  const at = args.findIndex((arg) => ["--bind", "-B"].includes(arg));
  const host = at === -1 ? undefined : args[at + 1];
  return [
    { port: numberAt(reading, "port") ?? 61_208, protocols: ["tcp"], host, options: ["port"], isForOthers: false },
  ];
};
