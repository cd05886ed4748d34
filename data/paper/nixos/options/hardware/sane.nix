{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backends-package" = pkgs.sane-backends;
  "brscan4.netDevices.<name>.name" = name: name;
  "brscan5.netDevices.<name>.name" = name: name;
  "drivers.scanSnap.package" = pkgs.sane-drivers.epjitsu;
}
