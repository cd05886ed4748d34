{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.spice-autorandr;
}
