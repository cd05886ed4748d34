{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nix-init;
}
