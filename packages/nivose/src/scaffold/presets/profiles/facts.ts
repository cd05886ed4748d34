/** What a fleet of this preset amounts to: the questions that templates ask. `lib/fleet.nix` answers the same in Nix. */

import type { Fleet, Host } from "../../spec/fleet-spec.ts";

export interface Facts {
  readonly nixos: readonly Host[];
  readonly darwin: readonly Host[];
  readonly homes: readonly Host[];
  /** Those that are updated from another machine. */
  readonly remote: readonly Host[];
  readonly backupServer: Host | undefined;
  readonly backupClients: readonly Host[];
  readonly monitor: Host | undefined;
  readonly containerHosts: readonly Host[];
  /** Those that belong to an employer in part. */
  readonly workers: readonly Host[];
}

/** Nix goes through attributes in the order of their names, and so does this. */
export function factsOf(fleet: Fleet): Facts {
  const hosts = fleet.hosts.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const nixos = hosts.filter(({ kind }) => kind === "nixos");
  const offering = (service: string): Host | undefined => nixos.find(({ services }) => services.includes(service));
  const backupServer = offering("backup-server");
  return {
    nixos,
    darwin: hosts.filter(({ kind }) => kind === "darwin"),
    homes: hosts.filter(({ kind }) => kind === "home"),
    remote: nixos.filter((host) => has(host, "server") || host.roles.includes("low-resource")),
    backupServer,
    backupClients:
      backupServer === undefined ? [] : nixos.filter((host) => has(host, "server") || has(host, "personal")),
    monitor: offering("monitoring"),
    workers: hosts.filter((host) => host.kind !== "home" && has(host, "work")),
    containerHosts: nixos.filter(({ roles }) => roles.includes("container-host")),
  };
}

export function has({ profiles }: Host, profile: string): boolean {
  return profiles.includes(profile);
}
