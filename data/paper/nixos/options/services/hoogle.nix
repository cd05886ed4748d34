{
  config,
  lib,
  options,
  pkgs,
}:
{
  "haskellPackages" = pkgs.haskellPackages;
  "packages" = hp: [];
}
