/** Services as JSON: what the catalogue says of each, and how it runs on the hosts of the fleet. */

import { backupsFact } from "../../../check/hosts/facts/backups.ts";
import { backedUp } from "../../../check/services/backed-up.ts";
import { opennessOf } from "../../../check/services/firewall.ts";
import { listenersOf } from "../../../check/services/listeners.ts";
import type { Service } from "../../../services/service.ts";
import { dependentsOf, type HostedService, needsOf } from "./hosted.ts";

export function serviceJson(name: string, service: Service, all: readonly HostedService[]) {
  const {
    title,
    purpose,
    options,
    ports = {},
    needs = [],
    offers = [],
    state = [],
    health,
    secrets = {},
    metrics,
    releases,
  } = service;
  return {
    name,
    title,
    purpose,
    options,
    ports: Object.entries(ports).map(([port, { number, protocols = ["tcp"], address, reach }]) => ({
      name: port,
      number,
      protocols,
      address,
      reach,
    })),
    needs: needs.map(({ kind, of, isBuiltIn = false, isOptional = false }) => ({ kind, of, isBuiltIn, isOptional })),
    offers,
    state: state.map(({ path, isDisposable = false, dump }) => ({ path, isDisposable, savedAs: dump?.path })),
    health,
    secrets: Object.entries(secrets).map(([secret, { purpose: of, isRequired = false }]) => ({
      name: secret,
      purpose: of,
      isRequired,
    })),
    metrics,
    releases,
    on: all.filter((each) => each.name === name).map((each) => hostedJson(each, service, all)),
  };
}

function hostedJson(hosted: HostedService, { state = [] }: Service, all: readonly HostedService[]) {
  const { host, listeners } = hosted;
  const backups = host.fact(backupsFact);
  return {
    host: host.host.name,
    class: host.class,
    ports: listeners.map(({ port, protocol, host: address }) => ({
      port,
      protocol,
      address,
      firewall: opennessOf(port, protocol, host, listenersOf(host)),
    })),
    needs: needsOf(hosted, all).map(({ need, by }) => ({
      kind: need.kind,
      by: by.map((each) => ({ host: each.host.host.name, service: each.name })),
    })),
    neededBy: dependentsOf(hosted, all).map((each) => each.name),
    backup: state
      .filter(({ isDisposable }) => isDisposable !== true)
      .map(({ path, dump }) => {
        const folder = dump?.path ?? path;
        return { path: folder, is: backups === undefined ? "unknown" : backedUp(folder, backups) };
      }),
  };
}
