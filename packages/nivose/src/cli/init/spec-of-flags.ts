/** A spec as flags say it, on top of one that was read or of the preset's own. */

import type { Message } from "@nivose/nix/message";
import { nearest } from "@nivose/nix/syntax";
import { scaffoldMessages } from "../../scaffold/messages.ts";
import type { FleetSpec, HostSpec } from "../../scaffold/spec/fleet-spec.ts";
import { forOtherHosts, withoutOperators } from "../../scaffold/spec/own.ts";
import { renamed } from "../../scaffold/spec/rename.ts";

export interface SpecFlags {
  readonly name?: string;
  readonly namespace?: string;
  readonly release?: string;
  readonly description?: string;
  readonly empty?: boolean;
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
  const { name, namespace, release, description, deployment, host = [], user = [], shell = [], ci = [] } = flags;
  const isOther = host.length > 0 || flags.empty === true;
  const hosts = isOther ? host.map(hostOf) : base.hosts;
  const own = isOther ? forOtherHosts(base, founding) : base;
  const known = isOther || user.length > 0 ? withoutOperators(own, founding) : own;
  return {
    ...(name === undefined ? known : renamed(known, name, founding)),
    ...(namespace === undefined ? {} : { namespace }),
    ...(release === undefined ? {} : { release }),
    ...(description === undefined ? {} : { description }),
    ...(deployment === undefined ? {} : { deployment }),
    ...(flags.secrets === undefined ? {} : { secrets: { ...known.secrets, kind: flags.secrets as "sops" | "none" } }),
    ...(hosts === undefined ? {} : { hosts: withParts(hosts, flags) }),
    ...(user.length === 0
      ? flags.empty === true && host.length === 0
        ? { users: [] }
        : {}
      : { users: user.map((each) => ({ name: each })) }),
    ...(shell.length === 0 ? {} : { shells: shell }),
    ...(ci.length === 0 ? {} : { ci }),
  };
}

/** Parts of hosts that no host of the spec has: each is most often a slip of the pen. */
export function strayParts({ hosts = [] }: FleetSpec, { service = [], role = [], profile = [] }: SpecFlags): Message[] {
  const names = hosts.map((host) => host.name);
  const strayOf = (flag: string, words: readonly string[]): Message[] =>
    words.flatMap((word) => {
      const [name = ""] = word.split(":");
      if (names.includes(name)) return [];
      return [scaffoldMessages["spec-nobody"](`the host of '${flag} ${word}'`, name, "hosts", nearest(name, names))];
    });
  return [...strayOf("--service", service), ...strayOf("--role", role), ...strayOf("--profile", profile)];
}

export function hostOf(text: string): HostSpec {
  const [name = "", kind, ...more] = text.split(":");
  // whatever is too much is told of as a system that there is not
  const system = more.join(":");
  return {
    name,
    ...(kind === undefined || kind === "" ? {} : { kind: kind as "nixos" }),
    ...(system === "" ? {} : { system }),
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
  // a host by itself gets a part without a name, which is told of as one
  const mine = flags.filter((flag) => `${flag}:`.startsWith(`${host.name}:`));
  const own = mine.map((flag) => flag.slice(host.name.length + 1));
  return own.length === 0 ? {} : { [list]: [...(host[list] ?? []), ...own] };
}
