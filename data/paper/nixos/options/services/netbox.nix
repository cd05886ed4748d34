{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = if lib.versionAtLeast config.system.stateVersion "24.11"
then pkgs.netbox_4_1
else if lib.versionAtLeast config.system.stateVersion "24.05"
then pkgs.netbox_3_7
else pkgs.netbox_3_6;
  "plugins" = python3Packages: with python3Packages; [];
}
