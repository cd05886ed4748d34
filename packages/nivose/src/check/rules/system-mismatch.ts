/** Hosts that expect hardware of another kind than their system is for. */

import type { Found } from "../finding.ts";
import { type Platform, platform } from "../hosts/facts/platform.ts";
import { definitionPlace } from "../hosts/option-place.ts";
import type { HostsRule } from "../rule.ts";

export const rule: HostsRule = {
  code: "system-mismatch",
  family: "fleet",
  level: "warning",
  class: "certain",
  reads: "hosts",
  needs: [platform],
  title: "Hardware that does not fit the system",
  explain:
    "The host is built for one kind of processor, and a part of its configuration is for another one: `kvm-intel` or the microcode of Intel and AMD on ARM, " +
    "the boot loader of the Raspberry Pi on x86. As a rule a `hardware-configuration.nix` was copied from another machine. The modules of the kernel are not there, so that the boot " +
    "tells of failures, or the image cannot be built. The same rule tells of a `system` given to `nixosSystem` that is not the `nixpkgs.hostPlatform` of the modules: the latter counts.",
  example: {
    bad: { "machine.nix": '{\n  boot.kernelModules = [ "kvm-intel" ];\n}\n', "base.nix": base("aarch64-linux") },
    good: { "machine.nix": '{\n  boot.kernelModules = [ "kvm-intel" ];\n}\n', "base.nix": base("x86_64-linux") },
  },
  *check(fleet) {
    for (const host of fleet.hosts) {
      const known = host.fact(platform);
      if (known?.system === undefined || known.system === null) continue;
      for (const { option, text, hint } of mismatches(known, known.system)) {
        const at = definitionPlace(option.split("."), "attrPath", host, fleet);
        yield {
          text: `the system is ${known.system}, and ${text}`,
          at,
          hint,
          hosts: [host.host.name],
          class: host.class,
        };
      }
    }
  },
};

interface Mismatch extends Pick<Found, "text" | "hint"> {
  /** Where it stands. */
  readonly option: string;
}

function* mismatches(
  { given, kernelModules, hasIntelMicrocode, hasAmdMicrocode, isRaspberry }: Platform,
  system: string,
): Generator<Mismatch> {
  const isX86 = /^(?:x86_64|i[3-6]86)-/u.test(system);
  const isArm = /^(?:aarch64|armv)/u.test(system);
  const hint = "take the file about the hardware that 'nixos-generate-config' writes on the machine itself";
  if (given !== null && given !== system)
    yield {
      option: "nixpkgs.hostPlatform",
      text: `the flake gives '${given}' as its 'system'`,
      hint: "leave 'system' out of the call of 'nixosSystem': 'nixpkgs.hostPlatform' counts",
    };
  if (isArm) {
    const module = kernelModules.find((each) => each === "kvm-intel" || each === "kvm-amd");
    if (module !== undefined)
      yield { option: "boot.kernelModules", text: `loads '${module}', which there is on x86 only`, hint };
    if (hasIntelMicrocode || hasAmdMicrocode) {
      const maker = hasIntelMicrocode ? "intel" : "amd";
      yield {
        option: `hardware.cpu.${maker}.updateMicrocode`,
        text: `updates the microcode of ${maker === "intel" ? "Intel" : "AMD"} processors`,
        hint,
      };
    }
  }
  if (isX86 && isRaspberry)
    yield {
      option: "boot.loader.raspberryPi.enable",
      text: "boots as a Raspberry Pi does",
      hint: "take the boot loader of the machine",
    };
}

function base(system: string): string {
  return `{
  nixpkgs.hostPlatform = "${system}";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    fsType = "ext4";
  };
  system.stateVersion = "24.11";
}
`;
}
