/** How whoever deploys gets to a machine, as far as deploy-rs, colmena and `fleet.nix` say it. */

import type { EvaluatedHost } from "../hosts/evaluated-fleet.ts";

export interface Reach {
  readonly address: string;
  /** 22 unless something else is said. */
  readonly port: number;
  readonly isPortSaid: boolean;
  /** Who logs in, if that is said. */
  readonly user: string | undefined;
  /** What says so. */
  readonly by: string;
}

/** Nothing if nobody says that the machine is deployed from elsewhere. */
export function reachOf({ targets, data, host }: EvaluatedHost): Reach | undefined {
  if (host.kind !== "nixos") return undefined;
  for (const { address, port, user, tool } of targets) {
    if (address === undefined || isLocal(address)) continue;
    const standard = tool === "colmena" ? "root" : undefined;
    return { address, ...portOf(port ?? data?.port), user: user ?? data?.user ?? standard, by: tool };
  }
  if (data?.address === undefined || isLocal(data.address)) return undefined;
  return { address: data.address, ...portOf(data.port), user: data.user, by: "fleet.nix" };
}

function portOf(port: number | undefined): Pick<Reach, "port" | "isPortSaid"> {
  return { port: port ?? 22, isPortSaid: port !== undefined };
}

function isLocal(address: string): boolean {
  return /^(?:localhost|127\.|::1$)/u.test(address);
}
