{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = haskellPackages: [];
}
