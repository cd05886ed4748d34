/** Documents that depend on the hosts: notes on each of them, and the plan with its boxes. */

import { catalogue } from "../../../services/catalogue.ts";
import type { Draft } from "../../draft.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import { type Facts, has } from "./facts.ts";

/** Notes on each host: a table of facts, and a section for each thing that it does. */
export function hostNotes(fleet: Fleet, facts: Facts, values: Values, templates: Templates): Draft[] {
  return fleet.hosts.map((host) => {
    const own = {
      ...values,
      hostName: host.name,
      hostLine: host.description === "" ? `${platformOf(host)}.` : `${sentence(host.description)}`,
      facts: factRows(host),
      serviceRows: host.services.map(serviceRow),
      watched: listed(facts.nixos.filter((each) => has(each, "server"))) || "every server, of which there is none yet",
      clients: listed(facts.backupClients) || "no machine yet",
    };
    const sections = sectionsOf(host, facts).map((name) => templates.fill(`notes/${name}.md`, own).trimEnd());
    const text = templates.fill("notes/host.md", { ...own, sections: sections.join("\n\n") });
    return { path: `docs/hosts/${host.name}.md`, text: `${text.trimEnd()}\n` };
  });
}

/** The sections of the notes on a host, by the names of their templates. */
function sectionsOf(host: Host, { backupClients, backupServer, nixos }: Facts): string[] {
  const isNixos = nixos.includes(host);
  const does = (role: string): boolean => host.roles.includes(role);
  const sections: readonly (readonly [string, boolean])[] = [
    ["services", host.services.length > 0],
    ["monitoring", host.services.includes("monitoring")],
    ["backup-server", host === backupServer],
    ["containers", does("container-host")],
    ["development", isNixos && does("development")],
    ["gaming", isNixos && has(host, "gaming")],
    ["low-resource", does("low-resource")],
    ["bios", host.hardware === "bios"],
    ["darwin", host.kind === "darwin"],
    ["work", host.kind !== "home" && has(host, "work")],
    ["home", host.kind === "home"],
    ["backup-client", host !== backupServer && backupClients.includes(host)],
    ["workstation", isNixos && does("workstation")],
  ];
  return sections.filter(([, isTold]) => isTold).map(([name]) => name);
}

function factRows(host: Host): string[] {
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ["platform", [`${platformOf(host)}, ${host.system}`]],
    ["reached at", [host.address]],
    ["profiles", host.profiles],
    ["roles", host.roles],
    ["users", host.users],
    ["hardware", [host.hardware]],
    ["disk", host.disk === "" ? [] : [host.disk]],
    ["wave", [String(host.wave)]],
    ["after", host.dependsOn],
  ];
  return rows.filter(([, words]) => words.length > 0).map(([name, words]) => `| ${name} | ${words.join(", ")} |`);
}

/** Where one of the catalogue, or of the fleet's own, is reached is said in its module alone. */
function serviceRow(service: string): string {
  const own = Object.hasOwn(serviceRows, service) ? serviceRows[service] : undefined;
  const { purpose = "" } = Object.hasOwn(catalogue, service) ? catalogue[service]! : {};
  return own ?? `| \`${service}\` |${purpose === "" ? "" : ` ${inSentence(purpose)}`} | see \`${service}.nix\` |`;
}

function inSentence(text: string): string {
  return /^[A-Z][a-z ]/u.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
}

const serviceRows: Readonly<Record<string, string>> = {
  "backup-server": "| `backup-server` | takes the backups of other machines | port 8000 |",
  files: "| `files` | shared folders, in `/srv/files` | `smb://`, port 445 |",
  media: "| `media` | films and music | `https://media.home.arpa` |",
  monitoring: "| `monitoring` | watches the servers | `https://grafana.home.arpa` |",
  proxy: "| `proxy` | one way in, with certificates | ports 80 and 443 |",
};

const platforms = { nixos: "NixOS", darwin: "macOS", home: "A home on another system" } as const;

function platformOf({ kind }: Host): string {
  return platforms[kind];
}

export function listed(hosts: readonly Pick<Host, "name">[]): string {
  const names = hosts.map(({ name }) => name);
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function sentence(text: string): string {
  return plain(/[.!?]$/u.test(text) ? text : `${text}.`);
}

/** A word in angles is no tag of HTML, and a bar begins no other cell of a table. */
export function plain(text: string): string {
  return text.replaceAll(/[<|]/gu, String.raw`\$&`);
}
