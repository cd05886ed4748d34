{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = config.hardware.enableAllFirmware;
}
