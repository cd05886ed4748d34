/** Where in `infrastructure/` a host lies, and what is known of it there. */

import type { Host } from "../../spec/fleet-spec.ts";

export type PlaceName = "local-machines" | "local-server" | "hetzner";

/** A repository can have others of its own. */
export const roles = ["workstation", "server", "hypervisor"] as const;

/** Hardware says whether a host is in the cloud; of the others, servers are apart from those that people sit at, whatever these offer. */
export function placeOfHost(host: Host): PlaceName {
  if (host.hardware === "hetzner") return "hetzner";
  return isServer(host) || isHypervisor(host) ? "local-server" : "local-machines";
}

export function folderOf(host: Host): string {
  return `infrastructure/${placeOfHost(host)}/${host.name}`;
}

/** A workstation that offers a service is none: its clock and its place stay as they are. */
export function isServer({ kind, roles }: Host): boolean {
  return kind === "nixos" && roles.includes("server");
}

export function isHypervisor({ kind, roles }: Host): boolean {
  return kind === "nixos" && roles.includes("hypervisor");
}

/** Those of the repository's own, which it is told of by nothing but their names. */
export function ownRolesOf(host: Host): string[] {
  return host.kind === "nixos" ? host.roles.filter((role) => !roles.some((known) => known === role)) : [];
}

/** Roles that a host was given and cannot have: nix-darwin has neither servers nor hypervisors, nor those of the repository's own. */
export function impossibleRoles({ kind, roles }: Host): string[] {
  return kind === "darwin" ? roles.filter((role) => role !== "workstation") : [];
}

/** The name that the host's web sites are known by. */
export function siteOf({ name, address }: Host, domain: string): string {
  return /[a-z]/iu.test(address) && address.includes(".") && !address.includes(":") ? address : `${name}.${domain}`;
}

/** A type, not an interface: it is written as plain data. */
export type CloudServer = {
  readonly serverType: string;
  readonly location: string;
  readonly privateAddress: string;
};

export const privateNetwork = "10.42.0.0/16";

/** What Terraform has to know of the servers at Hetzner. Addresses are given in the order of the spec. */
export function cloudServers(hosts: readonly Host[]): ReadonlyMap<string, CloudServer> {
  const servers = hosts.filter((host) => placeOfHost(host) === "hetzner");
  return new Map(
    servers.map(({ name, system }, index) => [
      name,
      {
        serverType: system.startsWith("aarch64") ? "cax11" : "cx23",
        location: "nbg1",
        privateAddress: `10.42.${1 + Math.floor(index / 200)}.${10 + (index % 200)}`,
      },
    ]),
  );
}
