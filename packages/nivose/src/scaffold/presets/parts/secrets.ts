/** Which secrets there are: one file for Terraform, and one for each host that has any. */

import type { DraftSecret } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";

/** Names of a host's secrets, as sops-nix has them. */
export function secretsOf({ secrets }: Fleet, { services }: Host): string[] {
  if (secrets === undefined) return [];
  return [
    ...(services.includes("backup") ? ["backup/password", "backup/repository"] : []),
    ...(services.includes("database") ? ["database/app"] : []),
  ];
}

export function secretFiles(fleet: Fleet): DraftSecret[] {
  if (fleet.secrets === undefined) return [];
  const files = fleet.hosts
    .filter((host) => secretsOf(fleet, host).length > 0)
    .map((host) => ({
      path: `shared/secrets/hosts/${host.name}.yaml`,
      document: documentOf(host),
      hosts: [host.name],
    }));
  return [
    {
      path: "shared/secrets/hetzner.yaml",
      document: "hcloud_token: replace-me\nstate_passphrase: @random:40@\n",
      hosts: [],
    },
    ...files,
  ];
}

function documentOf({ name, services }: Host): string {
  const backup = `backup:\n    password: @random:40@\n    repository: sftp:backup@backup.example.org:/${name}\n`;
  const database = "database:\n    app: @random:32@\n";
  return `${services.includes("backup") ? backup : ""}${services.includes("database") ? database : ""}`;
}
