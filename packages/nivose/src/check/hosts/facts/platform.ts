/** What a host runs on, and what it expects of the hardware. */

import { fact } from "../fact.ts";

export interface Platform {
  /** `x86_64-linux` */
  readonly system: string | null;
  /** What the flake gave as `system`, if it gave one. */
  readonly given: string | null;
  readonly kernelModules: readonly string[];
  readonly hasIntelMicrocode: boolean;
  readonly hasAmdMicrocode: boolean;
  readonly isRaspberry: boolean;
}

export const platform = fact<Platform>("platform", {
  nixos: `{
    system = textOrNull host.pkgs.stdenv.hostPlatform.system;
    given = let priority = or' null options.nixpkgs.system.highestPrio; in
      if isInt priority && priority < 1500 then textOrNull config.nixpkgs.system else null;
    kernelModules = map text (concatMap (or' [ ]) [ config.boot.kernelModules config.boot.initrd.kernelModules config.boot.initrd.availableKernelModules ]);
    hasIntelMicrocode = or' false config.hardware.cpu.intel.updateMicrocode;
    hasAmdMicrocode = or' false config.hardware.cpu.amd.updateMicrocode;
    isRaspberry = or' false config.boot.loader.raspberryPi.enable;
  }`,
});
