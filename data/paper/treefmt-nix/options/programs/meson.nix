{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.meson;
}
