{
  config,
  lib,
  options,
  pkgs,
}:
{
  "replaceDependencies.cutoffPackages" = [ config.system.build.initialRamdisk ];
  "stateVersion" = config.system.nixos.release;
  "switch.enableNg" = config.system.switch.enable;
}
