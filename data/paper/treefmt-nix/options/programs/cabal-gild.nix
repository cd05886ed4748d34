{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haskellPackages.cabal-gild;
}
