{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.sketchybar;
}
