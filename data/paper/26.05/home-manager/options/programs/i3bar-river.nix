{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.i3bar-river;
}
