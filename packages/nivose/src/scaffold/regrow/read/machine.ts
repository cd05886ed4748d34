/** What the files of a machine tell of it: its hardware, its disk, and since when it is there. */

import type { SourceFile } from "../../../check/source/source-file.ts";
import type { Preset } from "../../preset.ts";
import { attributeAt } from "../../edit/attributes.ts";
import type { FleetFiles } from "./fleet-files.ts";
import { plainOf } from "./literal.ts";

/** The hardware that a `hardware.nix` is of, among those that a preset knows. */
export function hardwareIn(file: SourceFile | undefined, { choices }: Pick<Preset, "choices">): string | undefined {
  if (file === undefined) return undefined;
  const fits = (name: string, ...words: readonly string[]): boolean =>
    Object.hasOwn(choices.hardware, name) && file.mentions(...words);
  if (fits("raspberry-pi", "generic-extlinux-compatible")) return "raspberry-pi";
  if (fits("intel", "kvm-intel")) return "intel";
  if (fits("amd", "kvm-amd")) return "amd";
  if (fits("virtual", "qemuGuest")) return "virtual";
  if (fits("hetzner", "efiInstallAsRemovable")) return "hetzner";
  if (fits("bios", "ehci_pci", "loader.grub")) return "bios";
  return fits("parallels", "sr_mod", "prl") ? "parallels" : undefined;
}

/** The layout that a `disk.nix` has, among those that a preset knows. */
export function diskIn(file: SourceFile | undefined, { choices }: Pick<Preset, "choices">): string | undefined {
  if (file === undefined) return undefined;
  const marks: Readonly<Record<string, string>> = { luks: '"luks"', zfs: '"zpool"', btrfs: '"btrfs"', ext4: "disko" };
  const found = file.mentions("disko") ? Object.keys(marks).find((name) => file.mentions(marks[name]!))! : "labels";
  return choices.disks.includes(found) ? found : undefined;
}

/** As text, also where it is a number, for which nix-darwin counts. */
export function stateVersionIn(path: string, files: FleetFiles, prefix = "system"): string | undefined {
  const file = files.nix(path);
  const found = file === undefined ? undefined : attributeAt(file, [prefix, "stateVersion"]);
  const value = found === undefined ? undefined : plainOf(file!.tree, found.value);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
