/** What is the machine's own: its hardware and its disk, as they are asked for. */

import { formatSource } from "@nivose/nix/format";
import { diskFile, hardwareFile, usesDisko } from "../parts/hardware.ts";
import type { Host, HostKind } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import type { HostRequest } from "./host-request.ts";

export interface Machine {
  /** A module. Nothing for a host that has no hardware to speak of. */
  readonly hardware: string | undefined;
  readonly disk: string | undefined;
  readonly usesDisko: boolean;
  readonly notes: readonly string[];
}

export function machineOf(request: HostRequest, kind: HostKind, system: string, templates: Templates): Machine {
  const { host, hardwareConfig } = request;
  if (kind !== "nixos") return { hardware: undefined, disk: undefined, usesDisko: false, notes: [] };
  const name = host.hardware ?? (system === "x86_64-linux" ? "intel" : "virtual");
  // what was found on the machine has its file systems
  const disk = host.disk ?? "labels";
  const whole: Host = { ...nobody, ...host, kind, system, hardware: name, disk } as Host;
  const notes =
    host.hardware === undefined && hardwareConfig === undefined
      ? [
          `Nothing was said of the hardware of ${host.name}: it is written as '${name}' with the disk layout '${disk}'. ` +
            "'nixos-generate-config --show-hardware-config' on the machine prints what it really is, for --hardware-config.",
        ]
      : [];
  const given = hardwareConfig && Buffer.from(hardwareConfig.bytes).toString();
  const isWithDisk = hardwareConfig === undefined || host.disk !== undefined;
  return {
    hardware: given ?? hardwareFile(whole, "hardware.nix", templates).text,
    disk: isWithDisk ? diskFile(whole, "disk.nix", templates)?.text : undefined,
    usesDisko: isWithDisk && usesDisko(whole),
    notes,
  };
}

const nobody = { description: "", roles: [], profiles: [], users: [], services: [], tags: [], wave: 0, dependsOn: [] };

/** In the style of RFC 166, as all new files are; as it is if it is no Nix, which is told of later. */
export function formattedText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const result = formatSource(bytes);
  return "text" in result ? result.text : bytes;
}
