import { inventoryText } from "../../parts/inventory.ts";
import type { Fleet } from "../../spec/fleet-spec.ts";
import { cloudServers, placeOfHost, privateNetwork } from "./place.ts";

/** `fleet.nix`: hosts with their places, people, and the network of the cloud. */
export function partsInventory(fleet: Fleet): string {
  const servers = cloudServers(fleet.hosts);
  return inventoryText(
    fleet.hosts,
    (host) => ({
      where: placeOfHost(host),
      // most machines that people deploy from build for this system only
      remoteBuild: host.system === "x86_64-linux" ? undefined : true,
      cloud: servers.get(host.name),
    }),
    {
      users: Object.fromEntries(
        fleet.users.map(({ name, fullName, email, sshKeys, admin }) => [
          name,
          { fullName, email, sshKeys, ...(admin ? {} : { admin }) },
        ]),
      ),
      domain: domainOf(fleet),
      cloud: { network: privateNetwork, zone: "eu-central" },
    },
  );
}

/** A domain that nobody owns, until the fleet has one. */
export function domainOf({ name }: Fleet): string {
  return `${name.toLowerCase()}.example.org`;
}
