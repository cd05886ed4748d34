/** A spec as flags say it, on top of one that was read or of the preset's own. */

import type { FleetSpec, HostSpec } from "../../scaffold/spec/fleet-spec.ts";
import { renamed } from "../../scaffold/spec/rename.ts";

export interface SpecFlags {
  readonly name?: string;
  readonly namespace?: string;
  readonly release?: string;
  readonly host?: readonly string[];
  readonly user?: readonly string[];
  readonly service?: readonly string[];
  readonly role?: readonly string[];
  readonly profile?: readonly string[];
  readonly shell?: readonly string[];
  readonly secrets?: string;
  readonly deployment?: string;
  readonly ci?: readonly string[];
}

/** Hosts that flags name take the place of the hosts of `base`, and so on for each list. */
export function withFlags(base: FleetSpec, flags: SpecFlags, founding: FleetSpec): FleetSpec {
  const { name, namespace, release, deployment, host = [], shell = [], ci = [] } = flags;
  const hosts = host.length > 0 ? host.map(hostOf) : base.hosts;
  return {
    ...(name === undefined ? base : renamed(base, name, founding)),
    ...(namespace === undefined ? {} : { namespace }),
    ...(release === undefined ? {} : { release }),
    ...(deployment === undefined ? {} : { deployment }),
    ...secretsOf(base, flags, founding),
    ...(hosts === undefined ? {} : { hosts: withParts(hosts, flags) }),
    ...usersOf(base, flags),
    ...(shell.length === 0 ? {} : { shells: shell }),
    ...(ci.length === 0 ? {} : { ci }),
  };
}

/** Hosts of one's own have no users of another fleet. */
function usersOf(base: FleetSpec, { user = [], host = [] }: SpecFlags): Pick<FleetSpec, "users"> {
  if (user.length > 0) return { users: user.map((name) => ({ name })) };
  if (host.length > 0 || base.users === undefined) return {};
  return { users: base.users };
}

/** Nor can operators of another fleet read the secrets of one's own: whoever runs this can. */
function secretsOf(
  base: FleetSpec,
  { secrets, user = [], host = [] }: SpecFlags,
  founding: FleetSpec,
): Pick<FleetSpec, "secrets"> {
  const isOwn = user.length + host.length > 0 && base.secrets !== undefined && base.secrets === founding.secrets;
  const { operators: _operators, ...others } = base.secrets ?? {};
  const kept = isOwn ? others : base.secrets;
  if (secrets !== undefined) return { secrets: { ...kept, kind: secrets as "sops" | "none" } };
  return kept === undefined ? {} : { secrets: kept };
}

export function hostOf(text: string): HostSpec {
  const [name = "", kind, system] = text.split(":");
  return {
    name,
    ...(kind === undefined || kind === "" ? {} : { kind: kind as "nixos" }),
    ...(system === undefined || system === "" ? {} : { system }),
  };
}

function withParts(hosts: readonly HostSpec[], { service = [], role = [], profile = [] }: SpecFlags): HostSpec[] {
  return hosts.map((host) => ({
    ...host,
    ...added("services", host, service),
    ...added("roles", host, role),
    ...added("profiles", host, profile),
  }));
}

function added(list: "services" | "roles" | "profiles", host: HostSpec, flags: readonly string[]): Partial<HostSpec> {
  const own = flags.filter((flag) => flag.startsWith(`${host.name}:`)).map((flag) => flag.slice(host.name.length + 1));
  return own.length === 0 ? {} : { [list]: [...(host[list] ?? []), ...own] };
}
