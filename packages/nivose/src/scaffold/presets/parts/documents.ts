/** What the documents say of hosts. Lines of Markdown. */

import { newestRelease } from "../../release.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Values } from "../../template.ts";
import { domainOf } from "./inventory.ts";
import { folderOf, isHypervisor, isServer, placeOfHost, siteOf } from "./place.ts";
import { secretsOf } from "./secrets.ts";

export function documentValues(fleet: Fleet): Values {
  const { hosts, description, name } = fleet;
  const [first] = hosts;
  return {
    about: sentence(description === "" ? `The machines of ${name}` : description),
    hasHosts: hosts.length > 0,
    hostRows: hosts.map(
      (host) =>
        `| \`${host.name}\` | ${cell(host.description || host.hardware)} | \`${folderOf(host)}\` | \`${host.system}\` | ${host.wave} |`,
    ),
    buildFirst: first === undefined ? "" : buildCommand(first),
    secretRows: hosts
      .filter((host) => secretsOf(fleet, host).length > 0)
      .map(({ name: host }) => `| \`hosts/${host}.yaml\` | services of ${host} | operators, and ${host} itself |`),
    darwinRebuild: fleet.release >= "25.05" ? "sudo darwin-rebuild" : "darwin-rebuild",
    hostNotes: hosts.flatMap((host) => [...notesOf(host, fleet), ""]).slice(0, -1),
  };
}

export function buildCommand({ kind, name, system }: Host): string {
  return `nix build .#checks.${system}.${kind}-${name}`;
}

function notesOf(host: Host, fleet: Fleet): string[] {
  const release =
    host.kind === "nixos" ? host.stateVersion : fleet.release === "unstable" ? newestRelease : fleet.release;
  return [
    `## ${host.name}`,
    "",
    ...(host.description === "" ? [] : [sentence(host.description), ""]),
    `- **Where:** \`${folderOf(host)}\`. Installed with ${release}.`,
    ...place(host),
    ...work(host, fleet),
    ...(host.dependsOn.length > 0 ? [`- **Needs:** ${host.dependsOn.join(", ")}; they are updated before it.`] : []),
    `- **Build it:** \`${buildCommand(host)}\`.`,
  ];
}

function place(host: Host): string[] {
  if (host.kind === "darwin")
    return ["- **A Mac:** nix-darwin manages its settings, not its system: macOS updates itself."];
  if (placeOfHost(host) === "hetzner")
    return [
      "- **At Hetzner:** `nix run .#hetzner` makes it; Hetzner backs up its disk. Its console is in the web interface.",
    ];
  if (host.disk === "luks") return ["- **Disk:** encrypted. Somebody has to type the passphrase at every start."];
  return host.disk === "zfs" ? ["- **Disk:** ZFS, scrubbed every month: `zpool status` tells what that found."] : [];
}

function work(host: Host, fleet: Fleet): string[] {
  const { services } = host;
  const lines: string[] = [];
  if (services.includes("web"))
    lines.push(
      `- **Web:** \`https://${siteOf(host, domainOf(fleet))}\`. The DNS has to point to it before it gets a certificate.`,
    );
  if (services.includes("database"))
    lines.push("- **Database:** PostgreSQL with the database `app`, dumped every night to `/var/backup/postgresql`.");
  if (services.includes("backup")) lines.push("- **Backup:** with restic, every night. See [backup.md](backup.md).");
  if (isServer(host) && services.length === 0) lines.push("- **Server:** it offers nothing yet.");
  if (isHypervisor(host))
    lines.push(
      `- **Guests:** \`virsh --connect qemu+ssh://root@${host.address}/system list --all\`. To have them in the network of the house, name its interface in \`${fleet.namespace}.roles.hypervisor.uplink\`.`,
    );
  return lines;
}

function sentence(text: string): string {
  const line = text.charAt(0).toUpperCase() + text.slice(1);
  return withoutTags(/[.!?]$/u.test(line) ? line : `${line}.`);
}

/** Within a table, a bar would begin another cell. */
function cell(text: string): string {
  return withoutTags(text.replaceAll("|", String.raw`\|`));
}

/** A word in angles is no tag of HTML. */
function withoutTags(text: string): string {
  return text.replaceAll("<", String.raw`\<`);
}
