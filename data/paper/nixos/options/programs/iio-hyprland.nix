{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.iio-hyprland;
}
