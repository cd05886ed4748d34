{
  config,
  lib,
  options,
  pkgs,
}:
{
  "backends-package" = pkgs.sane-backends;
  "drivers.scanSnap.package" = pkgs.sane-drivers.epjitsu;
}
