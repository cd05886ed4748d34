/** Encrypted files and the public keys of those who can read them. */

import type { Draft } from "../../draft.ts";
import { nixValue } from "../../nix.ts";
import type { DraftSecret } from "../../preset.ts";
import type { Fleet, Host } from "../../spec/fleet-spec.ts";
import { stationsOf } from "./places.ts";

/** Secrets that services of a station need. */
export function secretNamesOf({ services }: Host): string[] {
  return [
    ...(services.includes("backup") ? ["restic-password"] : []),
    ...(services.includes("mcp-servers") ? ["mcp-token"] : []),
  ];
}

/** A file for each station that has any secret. Passwords of people are theirs to choose: `!` is one that nobody has. */
export function secretFiles({ hosts, secrets }: Fleet): DraftSecret[] {
  if (secrets === undefined) return [];
  return stationsOf(hosts).flatMap((host) => {
    const lines = [
      ...secretNamesOf(host).map((name) => `${name}: @random:40@`),
      ...host.users.map((user) => `${user}-password-hash: "!"`),
    ];
    if (lines.length === 0) return [];
    return [{ path: `secrets/hosts/${host.name}.yaml`, document: `${lines.join("\n")}\n`, hosts: [host.name] }];
  });
}

/** `secrets/keys/default.nix`. */
export function keysFile(fleet: Fleet): Draft {
  const readers = new Set(secretFiles(fleet).flatMap(({ hosts }) => hosts));
  const people = readers.size === 0 ? [] : (fleet.secrets?.operators ?? []);
  const stations = fleet.hosts.filter(({ name, age }) => readers.has(name) && age !== undefined);
  const ages = (owners: readonly { readonly name: string; readonly age: string | undefined }[]) =>
    nixValue(Object.fromEntries(owners.map(({ name, age }) => [name, age])));
  return {
    path: "secrets/keys/default.nix",
    text: [
      "# Public age keys. A private one is never in this repository: people have theirs in their homes, and the key of a",
      "# station is that of its SSH server.",
      `{ people = ${ages(people)}; stations = ${ages(stations)}; }`,
      "",
    ].join("\n"),
  };
}
