{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nixPackage" = pkgs.nix;
  "package" = pkgs.lorri;
}
