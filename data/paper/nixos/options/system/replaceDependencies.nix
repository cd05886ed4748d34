{
  config,
  lib,
  options,
  pkgs,
}:
{
  "cutoffPackages" = [ config.system.build.initialRamdisk ];
}
