/** What is written for people: README, CHANGELOG and `docs/`. */

import type { Draft } from "../../draft.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates, Values } from "../../template.ts";
import { commandsOf } from "./grown.ts";

export function documents(fleet: Fleet, templates: Templates, values: Values): Draft[] {
  const { hosts, description, name, release } = fleet;
  const filled = templates.all(
    "documents",
    {
      ...values,
      about: sentence(description === "" ? `The machines of ${name}` : description),
      release,
      host: firstOf(hosts)?.name ?? "HOST",
      hostRows: hosts.map(rowOf),
      growing: commandsOf(fleet),
    },
    (path) => values["secrets"] === true || path !== "docs/secrets.md",
  );
  return [...filled, ...hosts.map((host) => hostDocument(host, fleet, templates))];
}

/** The one to try things on. */
function firstOf(hosts: readonly Host[]): Host | undefined {
  const machines = hosts.filter(({ kind }) => kind === "nixos");
  return machines.toSorted((a, b) => a.wave - b.wave)[0] ?? hosts[0];
}

function rowOf(host: Host): string {
  const { name, system, description, roles, services } = host;
  return `| [${name}](docs/hosts/${name}.md) | ${system} | ${cell(description)} | ${listed(roles)} | ${listed(services)} |`;
}

function hostDocument(host: Host, { namespace, deployment }: Fleet, templates: Templates): Draft {
  const { name, kind, system, hardware, address, roles, services, dependsOn, users, wave, description } = host;
  const text = templates.fill("hosts/host.md", {
    namespace,
    name,
    about: sentence(description === "" ? "Nothing is written down about this machine yet" : description),
    kind: kind === "darwin" ? "macOS with nix-darwin" : "NixOS",
    system,
    hardware,
    address,
    roles: listed(roles),
    wave: String(wave),
    dependsOn: listed(dependsOn),
    people: listed(users),
    darwin: kind === "darwin",
    deploys: deployment !== "none",
    parallels: hardware === "parallels",
    raspberry: hardware === "raspberry-pi",
    bootstrap: roles.includes("bootstrap") && kind === "nixos" && hardware !== "raspberry-pi",
    server: roles.includes("server") && services.length > 0,
    services: services.length > 0,
    serviceRows: services.map((service) => `- [${service}](../../hosts/_modules/nixos/services/${service}.nix)`),
  });
  return { path: `docs/hosts/${name}.md`, text: `${text.replaceAll(/\n{3,}/gu, "\n\n").trimEnd()}\n` };
}

function listed(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.join(", ");
}

function sentence(text: string): string {
  return withoutTags(/[.!?]$/u.test(text) ? text : `${text}.`);
}

function cell(text: string): string {
  return withoutTags(text.replaceAll("|", String.raw`\|`));
}

/** A word in angles is no tag of HTML. */
function withoutTags(text: string): string {
  return text.replaceAll("<", String.raw`\<`);
}
