{
  config,
  lib,
  options,
  pkgs,
}:
{
  "flashback.panelModulePackages" = [ pkgs.gnome-applets ];
}
