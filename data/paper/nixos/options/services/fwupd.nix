{
  config,
  lib,
  options,
  pkgs,
}:
{
  "daemonSettings.EspLocation" = config.boot.loader.efi.efiSysMountPoint;
  "package" = pkgs.fwupd;
}
