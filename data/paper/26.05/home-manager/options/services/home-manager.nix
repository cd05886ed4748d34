{
  config,
  lib,
  options,
  pkgs,
}:
{
  "autoUpgrade.flakeDir" = "${config.xdg.configHome}/home-manager";
  "autoUpgrade.preSwitchCommands" = if lib.versionAtLeast config.home.stateVersion "26.05"
   || !config.services.home-manager.autoUpgrade.useFlake
then
  [ ]
else
  [ "nix flake update" ];
}
