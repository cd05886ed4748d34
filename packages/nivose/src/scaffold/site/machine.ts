/** What is the machine's own: its hardware and its disk, as they are asked for. */

import { formatSource } from "@nivose/nix/format";
import { SourceFile } from "../../check/source/source-file.ts";
import type { Draft } from "../draft.ts";
import { formatText } from "../format-text.ts";
import type { FoundOut } from "../machine/found-out.ts";
import { withFoundOut } from "../machine/write-found-out.ts";
import { diskFile, hardwareFile, usesDisko } from "../parts/hardware.ts";
import type { Host, HostKind } from "../spec/fleet-spec.ts";
import type { Templates } from "../template.ts";
import { attributeAt } from "../edit/attributes.ts";
import { loadersIn, withoutLoadersOf } from "./boot-loaders.ts";
import type { HostRequest } from "./host-request.ts";
import { withoutSettings } from "./without-settings.ts";

export interface Machine {
  /** A module. Nothing for a host that has no hardware to speak of. */
  readonly hardware: string | undefined;
  readonly disk: string | undefined;
  readonly usesDisko: boolean;
  readonly notes: readonly string[];
  /** What was printed on the machine, if it can stay as it is. */
  readonly asFound?: AsFound;
}

export interface AsFound {
  readonly hardware: string;
  /** If it says no file systems. */
  readonly disk: string | undefined;
  /** Bindings, as they fit the hardware. */
  readonly bootLoader: readonly string[];
}

/** `found` is what was found out on the machine; it counts where nothing is said. `taken` are modules that it has, as others do. */
export function machineOf(
  { host, hardwareConfig }: HostRequest,
  found: FoundOut,
  kind: HostKind,
  system: string,
  templates: Templates,
  taken: readonly SourceFile[],
): Machine {
  if (kind !== "nixos") return { hardware: undefined, disk: undefined, usesDisko: false, notes: [] };
  const hardware = host.hardware ?? found.hardware ?? (system === "x86_64-linux" ? "intel" : "virtual");
  // partitions as they are need nothing that a fleet may not have
  const disk = host.disk ?? "labels";
  const whole: Host = {
    ...nobody,
    ...host,
    kind,
    system,
    hardware,
    disk,
    address: "",
    stateVersion: "",
    age: undefined,
  };
  const drawn = {
    hardware: sourceOf(hardwareFile(whole, "hardware.nix", templates))!,
    disk: sourceOf(diskFile(whole, "disk.nix", templates)),
  };
  const { hardware: hardwareText, ...others } = withFoundOut(drawn, found, host.disk !== undefined);
  const texts = { ...others, hardware: withoutLoadersOf(hardwareText, taken) };
  const isGuess = host.hardware === undefined && found.hardware === undefined && found.module === undefined;
  const guess =
    `Nothing was said of the hardware of ${host.name}: it is written as '${hardware}' with the disk layout '${disk}'. ` +
    "'nixos-generate-config --show-hardware-config' on the machine prints what it really is, for --hardware-config.";
  const leftOut = `File systems of ${hardwareConfig?.name} are left out: the disk is laid out as --disk says.`;
  const notes = [...(isGuess ? [guess] : []), ...(found.hasFileSystems && host.disk !== undefined ? [leftOut] : [])];
  const { module } = found;
  const isWhole = module !== undefined && attributeAt(module, ["nixpkgs", "hostPlatform"]) !== undefined;
  const asFound =
    isWhole && !(found.hasFileSystems && host.disk !== undefined)
      ? {
          hardware: new TextDecoder().decode(module.bytes),
          disk: found.hasFileSystems ? undefined : texts.disk,
          bootLoader: loadersIn(drawn.hardware),
        }
      : undefined;
  const machine = { ...texts, usesDisko: texts.disk !== undefined && usesDisko(whole), notes };
  return asFound === undefined ? machine : { ...machine, asFound };
}

/** For a host that says of which platform it is where the others say it. */
export function withoutPlatform({ hardware, ...rest }: Machine): Machine {
  const isPlatform = (option: readonly string[]): boolean => option.join(".") === "nixpkgs.hostPlatform";
  return { ...rest, hardware: hardware === undefined ? undefined : withoutSettings(hardware, isPlatform) };
}

function sourceOf(draft: Draft | undefined): SourceFile | undefined {
  return draft && new SourceFile(draft.path, new TextEncoder().encode(formatText(draft.text, draft.path)));
}

const nobody = { description: "", roles: [], profiles: [], users: [], services: [], tags: [], wave: 0, dependsOn: [] };

/** In the style of RFC 166, as all new files are; as it is if it is no Nix, which is told of later. */
export function formattedText(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const result = formatSource(bytes);
  return "text" in result ? result.text : bytes;
}
