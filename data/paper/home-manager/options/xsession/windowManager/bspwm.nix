{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bspwm;
}
