{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gammastep;
}
