{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nixPackage" = pkgs.nix;
}
