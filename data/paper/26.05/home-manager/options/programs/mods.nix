{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mods;
}
