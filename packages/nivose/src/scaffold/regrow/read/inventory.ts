/** The hosts of a `fleet.nix`, as far as all presets write them there. */

import type { Plain } from "../../nix.ts";
import type { HostKind, HostSpec, UserSpec } from "../../spec/fleet-spec.ts";
import type { FleetFiles } from "./fleet-files.ts";
import type { Part } from "./literal.ts";

export interface InventoryHost {
  readonly host: HostSpec;
  /** All that the inventory says of it, also what only one preset does. */
  readonly entry: Entry;
}

export interface Entry {
  readonly value: (name: string) => Plain | undefined;
  readonly text: (name: string) => string | undefined;
  readonly texts: (name: string) => readonly string[];
}

export function readInventory(path: string, files: FleetFiles): readonly InventoryHost[] {
  return [...files.members(path, ["hosts"], "the hosts")].map(([name, part]) => {
    const entry = entryOf(path, part, files, `the host '${name}'`);
    const wave = entry.value("wave");
    return { entry, host: { name, ...shared(entry), ...(typeof wave === "number" ? { wave } : {}) } };
  });
}

function shared(entry: Entry): Omit<HostSpec, "name"> {
  return {
    kind: (entry.text("kind") ?? "nixos") as HostKind,
    ...given("system", entry.text("system")),
    description: entry.text("description") ?? "",
    ...given("address", entry.text("address")),
    users: entry.texts("users"),
    tags: entry.texts("tags"),
    dependsOn: entry.texts("dependsOn"),
  };
}

/** People by their login names, in a set. */
export function readUsers(path: string, attributes: readonly string[], files: FleetFiles): readonly UserSpec[] {
  return [...files.members(path, attributes, "the people")].map(([name, part]) => {
    const entry = entryOf(path, part, files, `'${name}'`);
    return {
      name,
      ...given("fullName", entry.text("fullName")),
      ...given("email", entry.text("email")),
      sshKeys: entry.texts("sshKeys"),
      admin: entry.value("admin") !== false && entry.value("isAdministrator") !== false,
    };
  });
}

/** A property, if there is a value for it. */
export function given<Name extends string>(name: Name, value: string | undefined): { readonly [_ in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [_ in Name]?: string };
}

function entryOf(path: string, part: Part, files: FleetFiles, what: string) {
  const members = files.membersAt(path, part, what);
  const value = (name: string): Plain | undefined => files.plain(path, members.get(name), `'${name}' of ${what}`);
  return {
    value,
    text: (name: string): string | undefined => {
      const found = value(name);
      return typeof found === "string" ? found : undefined;
    },
    texts: (name: string): readonly string[] => {
      const found = value(name);
      return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
    },
  };
}
