{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.linux-wallpaperengine;
}
