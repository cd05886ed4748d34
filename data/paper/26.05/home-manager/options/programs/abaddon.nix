{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.abaddon;
}
