/** HAProxy: the lines that begin with `bind`. */

import { addressOf, endpointOf } from "../address.ts";
import { linesOf, type Reader, textAt } from "./reading.ts";

export const haproxy: Reader = (reading) =>
  linesOf(textAt(reading, "config")).flatMap((line) => {
    const [word, where = "", ...more] = line.split(/\s+/u);
    if (word !== "bind" || /^(?:unix@|abns@|fd@|\/|"?\$)/u.test(where) || more.includes("interface")) return [];
    return where.split(",").flatMap((each) => {
      const isQuic = each.startsWith("quic");
      const text = each.replace(/^(?:quic|ipv|udp)?[46]?@/u, "");
      const endpoint = endpointOf(text.replace(/^:::/u, "[::]:"));
      const port = endpoint?.port;
      if (port === undefined || /\d-\d/u.test(text)) return [];
      const host = endpoint?.host;
      const address = host === undefined || host === "*" ? ({ kind: "any4" } as const) : addressOf(host);
      const isBoth = address.kind === "any6" && more.includes("v4v6");
      return [
        {
          port,
          protocols: [isQuic ? "udp" : "tcp"] as const,
          host,
          address: isBoth ? ({ kind: "any" } as const) : address,
          options: ["config"],
          isForOthers: port === 80 || port === 443,
        },
      ];
    });
  });
