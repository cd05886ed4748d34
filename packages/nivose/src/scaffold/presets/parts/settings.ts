/** What a host says below the fleet's own name: its roles, and what it develops with. Lines of Nix. */

import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import { nixName, nixString } from "../../nix.ts";
import { isHypervisor, isServer, ownRolesOf, placeOfHost, privateNetwork, siteOf } from "./place.ts";
import { domainOf } from "./inventory.ts";

export function settingsOf(host: Host, fleet: Fleet): string[] {
  const [owner] = host.users;
  const isWorkstation = host.roles.includes("workstation");
  return [
    ...(host.kind === "darwin" && owner !== undefined ? [`platforms.darwin.owner = ${nixString(owner)};`] : []),
    ...rolesOf(host, fleet),
    ...(isWorkstation ? [] : development(host.profiles)),
  ];
}

function rolesOf(host: Host, fleet: Fleet): string[] {
  const roles = [
    ...(host.roles.includes("workstation") ? [role("workstation", development(host.profiles))] : []),
    ...serverRole(host, fleet),
    ...(isHypervisor(host) ? [role("hypervisor", [])] : []),
    ...ownRolesOf(host).map((each) => role(nixName(each), [])),
  ];
  const [first = []] = roles;
  if (roles.length > 1) return ["roles = {", ...roles.flat(), "};"];
  return first.map((line, index) => (index === 0 ? `roles.${line}` : line));
}

function role(name: string, options: readonly string[]): string[] {
  return options.length === 0 ? [`${name}.enable = true;`] : [`${name} = {`, "enable = true;", ...options, "};"];
}

/** What a host offers is said in the role, and works without it. */
function serverRole(host: Host, fleet: Fleet): string[][] {
  const services = servicesOf(host, fleet);
  if (isServer(host))
    return [
      role(
        "server",
        services.flatMap((service) => ["", ...service]),
      ),
    ];
  if (services.length === 0) return [];
  return [["server = {", ...services.flatMap((service, index) => (index === 0 ? service : ["", ...service])), "};"]];
}

function development(names: readonly string[]): string[] {
  const profiles = names.map(nixName);
  if (profiles.length < 3) return profiles.map((name) => `development.${name}.enable = true;`);
  return ["development = {", ...profiles.map((name) => `${name}.enable = true;`), "};"];
}

function servicesOf(host: Host, fleet: Fleet): string[][] {
  const { services } = host;
  return [
    ...(services.includes("web") ? [web(host, fleet)] : []),
    ...(services.includes("database") ? [database(host, fleet)] : []),
    ...(services.includes("backup") ? [backup(fleet)] : []),
  ];
}

function web(host: Host, fleet: Fleet): string[] {
  const email = fleet.users.find(({ name }) => host.users.includes(name))?.email ?? `admin@${domainOf(fleet)}`;
  return [
    "web = {",
    "enable = true;",
    `email = ${nixString(email)};`,
    `sites.${nixString(siteOf(host, domainOf(fleet)))}.root = pkgs.landing-page;`,
    "};",
  ];
}

function database(host: Host, { secrets }: Fleet): string[] {
  const clients = placeOfHost(host) === "hetzner" ? [`clients = [ ${nixString(privateNetwork)} ];`] : [];
  const own =
    secrets === undefined
      ? [
          "# Only programs on this machine reach it: others need a password, and this fleet keeps no secrets.",
          "databases.app = { };",
        ]
      : ['databases.app.passwordFile = config.sops.secrets."database/app".path;', ...clients];
  return ["database = {", "enable = true;", ...own, "};"];
}

function backup({ secrets }: Fleet): string[] {
  const files =
    secrets === undefined
      ? [
          "# Files on the machine, readable by root only; they are put there by hand.",
          'repositoryFile = "/etc/restic/repository";',
          'passwordFile = "/etc/restic/password";',
        ]
      : [
          'repositoryFile = config.sops.secrets."backup/repository".path;',
          'passwordFile = config.sops.secrets."backup/password".path;',
        ];
  return ["backup = {", "enable = true;", ...files, "};"];
}
