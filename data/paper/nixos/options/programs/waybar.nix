{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waybar;
}
