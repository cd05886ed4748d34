{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haskellPackages.fourmolu;
}
