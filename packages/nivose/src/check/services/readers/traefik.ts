/** Traefik: its entry points. */

import { endpointOf } from "../address.ts";
import { eachOf, type Reader } from "./reading.ts";

export const traefik: Reader = ({ value }) =>
  eachOf(value("staticConfigOptions.entryPoints.*.address")).flatMap(([name, address]) => {
    if (typeof address !== "string") return [];
    const [where = "", protocol] = address.split("/");
    const endpoint = endpointOf(where);
    if (endpoint?.port === undefined) return [];
    const { host, port } = endpoint;
    const options = [["staticConfigOptions", "entryPoints", name, "address"]];
    const isForOthers = port === 80 || port === 443;
    return [{ port, protocols: [protocol === "udp" ? "udp" : "tcp"] as const, host, options, isForOthers }];
  });
