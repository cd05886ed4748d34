{
  config,
  lib,
  options,
  pkgs,
}:
{
  "firmware-daemon.enable" = config.hardware.system76.enableAll;
  "kernel-modules.enable" = config.hardware.system76.enableAll;
  "power-daemon.enable" = config.hardware.system76.enableAll;
}
