{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xandikos;
}
