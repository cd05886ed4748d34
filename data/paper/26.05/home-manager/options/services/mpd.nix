{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mpd;
}
