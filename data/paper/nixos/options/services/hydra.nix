{
  config,
  lib,
  options,
  pkgs,
}:
{
  "buildMachinesFiles" = lib.optional (config.nix.buildMachines != []) "/etc/nix/machines";
  "package" = pkgs.hydra;
}
