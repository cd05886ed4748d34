/**
 * The report of nixos-facter. Its platform and its processor say what kind of hardware it is, and the drivers of what it
 * starts from are the modules that the kernel needs for that.
 */

import type { Message } from "@nivose/nix/message";
import { scaffoldMessages } from "../messages.ts";
import type { GivenFile } from "../site/host-request.ts";
import type { FoundOut } from "./found-out.ts";

interface Report {
  readonly system?: unknown;
  readonly virtualisation?: unknown;
  readonly hardware?: Readonly<Record<string, unknown>>;
}

interface Device {
  readonly vendor_name?: unknown;
  readonly driver_modules?: unknown;
}

export function readFacter({ name, bytes }: GivenFile): FoundOut | Message {
  let report: Report | null;
  try {
    report = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Report | null;
  } catch {
    return scaffoldMessages["grow-hardware"](name, "it is no JSON");
  }
  if (typeof report !== "object" || report === null || typeof report.hardware !== "object")
    return scaffoldMessages["grow-hardware"](name, "it has no 'hardware', which a report of nixos-facter has");
  const devices = (kind: string): readonly Device[] => {
    const found = report.hardware?.[kind];
    return Array.isArray(found) ? found.filter((each) => typeof each === "object" && each !== null) : [];
  };
  const modules = starting.flatMap(devices).flatMap(({ driver_modules: names }) => (Array.isArray(names) ? names : []));
  const hardware = hardwareOf(report, devices("cpu"));
  return {
    ...(typeof report.system === "string" ? { system: report.system } : {}),
    ...(hardware === undefined ? {} : { hardware }),
    hasFileSystems: false,
    kernelModules: [
      ...new Set(modules.filter((each) => typeof each === "string" && /^[\w-]+$/u.test(each))),
    ].toSorted(),
  };
}

/** What a machine may start from. */
const starting = ["disk", "firewire_controller", "storage_controller", "usb_controller"];

function hardwareOf({ virtualisation }: Report, processors: readonly Device[]): string | undefined {
  if (virtualisation === "parallels") return "parallels";
  if (typeof virtualisation === "string" && !["none", ""].includes(virtualisation)) return "virtual";
  const vendor = processors[0]?.vendor_name;
  return vendor === "GenuineIntel" ? "intel" : vendor === "AuthenticAMD" ? "amd" : undefined;
}
