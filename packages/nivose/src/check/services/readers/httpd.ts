/** Apache: what its virtual hosts name, or the usual ports. */

import { eachOf, type Reader, type ReadListen, textsOf } from "./reading.ts";

export const httpd: Reader = ({ value }) => {
  const of = (name: string, setting: string): unknown =>
    (value(`virtualHosts.*.${setting}`) as Record<string, unknown> | undefined)?.[name];
  return eachOf(value("virtualHosts.*.listen")).flatMap(([name, listen]): ReadListen[] => {
    const options = [["virtualHosts", name]];
    const at = (port: number, host: string): ReadListen => ({
      port,
      protocols: ["tcp"],
      host,
      options,
      isForOthers: name !== "localhost",
    });
    const own = [listen]
      .flat()
      .filter((each) => typeof each === "object" && each !== null && "port" in each) as Listen[];
    if (own.length > 0) return own.map(({ ip = "*", port }) => at(port, ip));
    const has = (setting: string): boolean => of(name, setting) === true;
    const hosts = textsOf(of(name, "listenAddresses"));
    const isSecure = has("addSSL") || has("forceSSL") || has("onlySSL");
    return (hosts.length > 0 ? hosts : ["*"]).flatMap((host) => [
      ...(has("onlySSL") ? [] : [at(80, host)]),
      ...(isSecure ? [at(443, host)] : []),
    ]);
  });
};

interface Listen {
  readonly ip?: string;
  readonly port: number;
}
