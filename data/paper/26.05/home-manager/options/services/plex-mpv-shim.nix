{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.plex-mpv-shim;
}
