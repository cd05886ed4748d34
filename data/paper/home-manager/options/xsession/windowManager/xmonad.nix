{
  config,
  lib,
  options,
  pkgs,
}:
{
  "haskellPackages" = pkgs.haskellPackages;
}
