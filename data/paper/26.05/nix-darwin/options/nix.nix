{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nix;
  "useDaemon" = !config.nix.enable;
}
