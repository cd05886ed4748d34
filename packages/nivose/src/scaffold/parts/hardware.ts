/** Kinds of hardware that presets share, and the files that describe them. */

import type { Draft } from "../draft.ts";
import { nixString } from "../nix.ts";
import type { HardwareChoice } from "../preset.ts";
import type { Host } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";

interface Hardware extends HardwareChoice {
  /** The template below `shared/hardware/`; nothing where there is nothing to say. */
  readonly template?: string;
  /** The disk that is formatted. */
  readonly device?: string;
  /** Whether it starts by the BIOS, too. */
  readonly bios?: boolean;
}

const linux = ["x86_64-linux", "aarch64-linux"];
const darwin = ["aarch64-darwin", "x86_64-darwin"];

const table = {
  intel: {
    brief: "A PC with an Intel processor",
    systems: ["x86_64-linux"],
    template: "intel.nix",
    device: "/dev/nvme0n1",
  },
  amd: { brief: "A PC with an AMD processor", systems: ["x86_64-linux"], template: "amd.nix", device: "/dev/nvme0n1" },
  bios: {
    brief: "An old PC that starts by its BIOS",
    systems: ["x86_64-linux"],
    template: "bios.nix",
    device: "/dev/sda",
    bios: true,
  },
  virtual: { brief: "A virtual machine (QEMU/KVM)", systems: linux, template: "virtual.nix", device: "/dev/vda" },
  parallels: {
    brief: "A virtual machine of Parallels on a Mac",
    systems: ["aarch64-linux"],
    template: "parallels.nix",
    device: "/dev/sda",
  },
  "raspberry-pi": {
    brief: "A Raspberry Pi 3, 4 or 5",
    systems: ["aarch64-linux"],
    template: "raspberry-pi.nix",
    device: "/dev/mmcblk0",
  },
  hetzner: {
    brief: "A server of Hetzner Cloud",
    systems: linux,
    template: "hetzner.nix",
    device: "/dev/sda",
    bios: true,
  },
  mac: { brief: "A Mac", systems: darwin },
  any: { brief: "Whatever it is; for a home without a machine", systems: [...linux, ...darwin] },
} satisfies Record<string, Hardware>;

export type HardwareName = keyof typeof table;

export const hardwareNames = Object.keys(table) as readonly HardwareName[];

/** Those of the names, as a preset offers them. */
export function hardwareChoices(names: readonly HardwareName[]): Readonly<Record<string, HardwareChoice>> {
  return Object.fromEntries(names.map((name) => [name, { brief: table[name].brief, systems: table[name].systems }]));
}

/** Why a host of a kind and a platform cannot be made of some hardware. */
export function misfitOf({ hardware, kind, system }: Pick<Host, "hardware" | "kind" | "system">): string | undefined {
  const { template, systems } = of({ hardware });
  if (kind === "nixos" && template === undefined) return `'${hardware}' is no hardware for NixOS`;
  return systems.includes(system)
    ? undefined
    : `'${hardware}' is for ${systems.join(" and ")}, and the system is ${system}`;
}

/** `hardware.nix` of a NixOS host. */
export function hardwareFile(host: Host, path: string, templates: Templates): Draft {
  const { template, device = "/dev/sda" } = of(host);
  if (template === undefined) throw new Error(`${host.hardware} is no hardware for NixOS`);
  const isArm = host.system.startsWith("aarch64");
  return {
    path,
    text: templates.fill(`shared/hardware/${template}`, {
      system: host.system,
      // disko tells GRUB where to go, if there is disko and a place for it
      grubDevice: isArm ? nixString("nodev") : usesDisko(host) ? "" : nixString(device),
    }),
  };
}

/** How disks can be laid out. All but `labels`, which takes partitions as they are, need disko. */
export const diskLayouts = ["ext4", "btrfs", "zfs", "luks", "labels"] as const;

/** A Raspberry Pi has the partitions of its image. */
export function usesDisko(host: Host): boolean {
  return host.kind === "nixos" && host.disk !== "labels" && !hasOwnDisk(host);
}

/** `disk.nix` of a NixOS host; nothing if its hardware says it all. */
export function diskFile(host: Host, path: string, templates: Templates): Draft | undefined {
  if (hasOwnDisk(host)) return undefined;
  const { device = "/dev/sda", bios = false } = of(host);
  return {
    path,
    text: templates.fill(`shared/disks/${host.disk}.nix`, {
      device: nixString(device),
      bios: bios && !host.system.startsWith("aarch64"),
      hostId: nixString(hostIdOf(host.name)),
    }),
  };
}

function hasOwnDisk({ hardware }: Host): boolean {
  return hardware === "raspberry-pi";
}

function of({ hardware }: Pick<Host, "hardware">): Hardware {
  const found: Hardware | undefined = (table as Readonly<Record<string, Hardware>>)[hardware];
  if (found === undefined) throw new Error(`no such hardware: ${hardware}`);
  return found;
}

/** ZFS tells by it which host a pool belongs to; any eight digits that no other host has. */
function hostIdOf(name: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(name)) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
