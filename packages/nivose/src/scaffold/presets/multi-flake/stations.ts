/** The folder of a station below `hosts/`: what it is, its hardware and its disk. */

import type { Draft } from "../../draft.ts";
import { nixName, nixString, nixValue } from "../../nix.ts";
import { diskFile, hardwareFile } from "../../parts/hardware.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import type { Templates } from "../../template.ts";
import { flakeOf, isDesktop, stationsOf } from "./places.ts";
import { secretNamesOf } from "./secrets.ts";

export function stationFiles(fleet: Fleet, templates: Templates): Draft[] {
  return stationsOf(fleet.hosts).flatMap((host) => {
    const folder = `${flakeOf(host)}/hosts/${host.name}`;
    const disk = diskFile(host, `${folder}/disk.nix`, templates);
    return [
      stationFile(host, `${folder}/default.nix`, disk !== undefined, fleet, templates),
      hardwareFile(host, `${folder}/hardware.nix`, templates),
      ...(disk === undefined ? [] : [disk]),
    ];
  });
}

function stationFile(host: Host, path: string, hasDisk: boolean, fleet: Fleet, templates: Templates): Draft {
  const settings = settingsOf(host, fleet);
  return {
    path,
    text: templates.fill("host/station.nix", {
      about: host.description === "" ? `The station ${host.name}.` : sentence(host.description),
      arguments: settings.some((line) => line.includes("config.")) ? "{ config, ... }:" : "",
      hostImports: [...(hasDisk ? ["./disk.nix"] : []), "./hardware.nix"],
      host: host.name,
      namespace: fleet.namespace,
      settings,
      stateVersion: host.stateVersion,
    }),
  };
}

/** What is said of it below the fleet's own options, a line each. */
function settingsOf(host: Host, fleet: Fleet): string[] {
  const has = (role: string): boolean => host.roles.includes(role);
  const profile = isDesktop(host) ? "desktop" : "minimal";
  const lines: string[] = [];
  if (host.users.length > 0) lines.push(`base.people = ${nixValue(host.users)};`);
  // a server of a cloud has one cable and an address that it is given
  if (host.hardware === "hetzner") lines.push("networking.networkManager = false;");
  if (host.hardware === "intel") lines.push("intel.enable = true;");
  if (has("laptop")) {
    lines.push(has("server") ? "power = { enable = true; ignoreLid = true; };" : "power.enable = true;");
  }
  for (const role of ["server", "development", "media"]) if (has(role)) lines.push(`${role}.enable = true;`);
  const [first, ...others] = host.users;
  if (others.length > 0) {
    lines.push(`userEnvironments = ${nixValue(Object.fromEntries(host.users.map((user) => [user, profile])))};`);
  } else if (first !== undefined) lines.push(`userEnvironments.${nixName(first)} = ${nixString(profile)};`);
  const services = servicesOf(host, fleet);
  if (services.length > 0) lines.push("", "services = {", ...services, "};");
  const names = secretNamesOf(host);
  const secrets = [
    ...(names.length === 0 ? [] : [`names = ${nixValue(names)};`]),
    ...(host.users.length === 0 ? [] : [`passwordsOf = ${nixValue(host.users)};`]),
  ];
  if (fleet.secrets !== undefined && secrets.length > 0) lines.push("", "secrets = {", ...secrets, "};");
  return lines;
}

function servicesOf(host: Host, fleet: Fleet): string[] {
  const lines: string[] = [];
  const offers = (service: string): boolean => host.services.includes(service);
  const fileOf = (secret: string): string =>
    fleet.secrets === undefined ? nixString(`/var/lib/secrets/${secret}`) : `config.sops.secrets.${secret}.path`;
  if (offers("backup")) {
    const repository = nixString(`sftp:backup@backup.example.org:/srv/restic/${host.name}`);
    lines.push(
      "backup = {",
      "enable = true;",
      "# Where backups are kept: a machine that is none of these.",
      `repository = ${repository};`,
      `passwordFile = ${fileOf("restic-password")};`,
      "};",
    );
  }
  if (offers("databases")) lines.push('databases = { enable = true; names = [ "notes" ]; };');
  if (offers("mcp-servers")) {
    lines.push(`mcp = { enable = true; servers.station-facts.tokenFile = ${fileOf("mcp-token")}; };`);
  }
  if (offers("monitoring")) {
    const monitored = stationsOf(fleet.hosts).filter(({ services }) => services.includes("monitoring"));
    const server = monitored.find(({ roles }) => roles.includes("server")) ?? monitored[0];
    const targets = nixValue(monitored.map(({ address }) => address));
    lines.push(
      host === server
        ? `monitoring = { enable = true; server = { enable = true; targets = ${targets}; }; };`
        : "monitoring.enable = true;",
    );
  }
  return lines;
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
