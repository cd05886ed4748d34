{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cachix;
}
