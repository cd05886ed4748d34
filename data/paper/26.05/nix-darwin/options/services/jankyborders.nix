{
  config,
  lib,
  options,
  pkgs,
}:
{
  "blur_radius" = 0.0;
  "package" = pkgs.jankyborders;
  "width" = 5.0;
}
