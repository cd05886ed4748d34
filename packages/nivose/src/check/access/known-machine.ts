/** Machines with what is known of how one gets into them, now and before the change. */

import { type Class, lessSure } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type AccessFact, accessFact } from "../hosts/facts/access.ts";
import { isMistaken } from "../hosts/mistaken.ts";
import { type NetworkFact, networkFact } from "../hosts/facts/network.ts";
import { type Reach, reachOf } from "./reach.ts";

export interface MachineState {
  readonly host: EvaluatedHost;
  readonly access: AccessFact;
  readonly network: NetworkFact;
  /** Nothing if nobody says that it is deployed from elsewhere. */
  readonly reach: Reach | undefined;
}

export interface Machine extends MachineState {
  /** The same machine before the change. */
  readonly before: MachineState | undefined;
  /** How sure it is what becomes of it: of a machine that is not said to be deployed from elsewhere it is a guess that it matters. */
  readonly class: Class;
  /** On paper, whether modules of which nothing is known may say something else. */
  readonly isUnread: boolean;
}

export function machinesOf(fleet: EvaluatedFleet): Machine[] {
  return fleet.hosts.flatMap((host): Machine[] => {
    const now = stateOf(host);
    if (now === undefined || now.access.isContainer) return [];
    const earlier = fleet.before?.hosts.find(
      (each) => each.host.attribute === host.host.attribute && each.host.flake === host.host.flake,
    );
    const isUnread = host.isOnPaper && (now.network.unread.length > 0 || readsMore(host, fleet));
    const reach = now.reach ?? (earlier === undefined ? undefined : reachOf(earlier));
    const sureness = reach === undefined || isUnread ? "heuristic" : host.class;
    return [
      {
        ...now,
        reach,
        before: earlier === undefined ? undefined : stateOf(earlier),
        class: earlier === undefined ? sureness : lessSure(sureness, earlier.class),
        isUnread,
      },
    ];
  });
}

function stateOf(host: EvaluatedHost): MachineState | undefined {
  const [access, network] = [host.fact(accessFact), host.fact(networkFact)];
  return access === undefined || network === undefined || isMistaken(ofAccess, host)
    ? undefined
    : { host, access, network, reach: reachOf(host) };
}

const ofAccess = [["users"], ["services", "openssh"], ["networking", "firewall"], ["security"]];

/** Images for clouds and installers turn on SSH, and on paper nobody has read them. */
function readsMore({ files }: EvaluatedHost, { repository }: EvaluatedFleet): boolean {
  return [...files].some((name) => {
    const source = repository.files.get(name);
    return source !== undefined && modulesOfNixpkgs.test(Buffer.from(source.bytes).toString("latin1"));
  });
}

const modulesOfNixpkgs =
  /(?:modulesPath|nixos\/modules)[^\n]{0,12}\/(?:virtualisation|installer|profiles\/(?!qemu-guest|minimal|hardened|headless|all-hardware|base|perlless))/u;
