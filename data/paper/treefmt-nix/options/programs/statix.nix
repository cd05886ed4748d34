{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.statix;
}
