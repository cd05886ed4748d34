{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.haskellPackages.xmobar;
}
