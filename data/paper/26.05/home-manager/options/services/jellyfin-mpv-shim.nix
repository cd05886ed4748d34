{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jellyfin-mpv-shim;
}
