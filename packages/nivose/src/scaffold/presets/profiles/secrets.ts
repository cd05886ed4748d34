/** The SOPS files of a fleet, a folder for each category. `common/secrets/` says where each of them goes. */

import type { DraftSecret } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Facts } from "./facts.ts";

export function secretsOf(fleet: Fleet, facts: Facts): DraftSecret[] {
  if (fleet.secrets === undefined) return [];
  const { nixos, backupServer, backupClients, monitor, containerHosts, workers } = facts;
  return [
    ...fleet.users.flatMap(({ name }) => {
      const hosts = nixos.filter(({ users }) => users.includes(name));
      return hosts.length === 0 ? [] : [secret(`users/${name}`, { "password-hash": "!" }, hosts)];
    }),
    ...backupClients.flatMap((host) => [
      secret(`backup/${host.name}`, { password: "@random:40@" }, [host]),
      secret(`backup-access/${host.name}`, { password: "@random:40@" }, [
        host,
        ...(backupServer === undefined || backupServer === host ? [] : [backupServer]),
      ]),
    ]),
    ...(monitor === undefined
      ? []
      : [
          secret("services/monitoring", { "grafana-password": "@random:24@", "grafana-key": "@random:40@" }, [monitor]),
        ]),
    ...(containerHosts.length === 0
      ? []
      : [secret("containers/linkding", { environment: "LD_SUPERUSER_PASSWORD=@random:24@" }, containerHosts)]),
    ...(workers.length === 0 ? [] : [secret("work/registry", { token: "replace-this-token" }, workers)]),
  ];
}

function secret(name: string, values: Readonly<Record<string, string>>, hosts: readonly Host[]): DraftSecret {
  return {
    path: `secrets/${name}.yaml`,
    document: Object.entries(values)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
      .join(""),
    hosts: hosts.map((host) => host.name),
  };
}
