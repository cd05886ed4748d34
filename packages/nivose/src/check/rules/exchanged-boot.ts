/** Finds changes after which a machine may not start: another root file system, another boot loader. */

import type { Found } from "../finding.ts";
import type { OptionPath } from "../hosts/defined.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type FoundationsFact, foundationsFact } from "../hosts/facts/foundations.ts";
import { changedHosts } from "../access/changed-hosts.ts";
import { optionPlace } from "../hosts/option-place.ts";
import { failingDefinitions } from "../hosts/facts/failing-definitions.ts";
import type { HostsRule } from "../rule.ts";

const module = (device: string): string =>
  `{ lib, ... }:\n{\n  fileSystems."/".device = lib.mkForce "/dev/disk/by-label/${device}";\n}\n`;

export const rule: HostsRule = {
  code: "exchanged-boot",
  family: "safety",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [foundationsFact, failingDefinitions],
  title: "A change of what a machine starts from",
  explain:
    "The change (`--changed`) gives a machine another device for `/` or `/boot`, another type of root file system, another boot loader, or " +
    "other encrypted devices. A deploy does not move any data: unless the machine was changed by hand, it does not come up " +
    "again after the next start, and a rollback needs somebody in front of it. Make sure that the device is there and has the " +
    "system on it, or take the change back.",
  example: {
    bad: { "machine.nix": module("other"), "before:machine.nix": module("nixos") },
    good: { "machine.nix": module("nixos"), "before:machine.nix": `# as it was\n${module("nixos")}` },
  },
  *check(fleet) {
    for (const { host, now, before, sureness } of changedHosts(foundationsFact, fleet))
      for (const found of compare(host, now, before, fleet))
        yield { class: sureness, hosts: [host.host.name], ...found };
  },
};

function* compare(
  host: EvaluatedHost,
  now: FoundationsFact,
  before: FoundationsFact,
  fleet: EvaluatedFleet,
): Iterable<Found> {
  const told = (what: string, old: string, fresh: string, options: readonly OptionPath[]): Found => ({
    text: `this change gives the machine another ${what}: ${fresh} instead of ${old}`,
    hint: "deploy it only if the machine was made ready for it, and somebody can get to it if it does not start",
    at: optionPlace(options, host, fleet),
  });
  const root = [["fileSystems", "/", "device"], ["fileSystems", "/"], ["fileSystems"]];
  if (isOther(before.root?.device, now.root?.device))
    yield told("device for its root file system", before.root!.device!, now.root!.device!, root);
  else if (isOther(before.root?.type, now.root?.type))
    yield told("type of root file system", before.root!.type!, now.root!.type!, [
      ["fileSystems", "/", "fsType"],
      ...root,
    ]);
  if (isOther(before.boot, now.boot))
    yield told("device to boot from", before.boot!, now.boot!, [
      ["fileSystems", "/boot", "device"],
      ["fileSystems", "/boot"],
      ["fileSystems"],
    ]);
  const [old, fresh] = [loadersOf(before), loadersOf(now)];
  if (old !== "" && fresh !== "" && old !== fresh)
    yield told(
      "boot loader",
      old,
      fresh,
      now.loaders.map((loader) => ["boot", "loader", loader, "enable"]),
    );
  const [locked, others] = [before.encrypted.join(", "), now.encrypted.join(", ")];
  if (locked !== "" && others !== "" && locked !== others)
    yield told("encrypted device", locked, others, [["boot", "initrd", "luks", "devices"]]);
}

function isOther(before: string | null | undefined, now: string | null | undefined): boolean {
  return typeof before === "string" && typeof now === "string" && before !== now;
}

/** GRUB is the default, which on paper the modules of others do not switch off. */
function loadersOf({ loaders }: FoundationsFact): string {
  return (loaders.length > 1 ? loaders.filter((name) => name !== "grub") : loaders).join(", ");
}
