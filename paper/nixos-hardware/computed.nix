# What the modules that most machines use compute from the configuration, by file and option.
config:
let
  inherit (config.hardware) enableRedistributableFirmware;
in
{
  "common/cpu/amd"."hardware.cpu.amd.updateMicrocode" = enableRedistributableFirmware;
  "common/cpu/intel/cpu-only.nix"."hardware.cpu.intel.updateMicrocode" =
    enableRedistributableFirmware;
  "common/pc"."boot.blacklistedKernelModules" =
    if enableRedistributableFirmware then [ ] else [ "ath3k" ];
  "common/pc/laptop"."services.tlp.enable" = !config.services.power-profiles-daemon.enable;
}
