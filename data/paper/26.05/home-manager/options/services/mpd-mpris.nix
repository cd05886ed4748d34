{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mpd.useLocal" = config.services.mpd.enable;
  "package" = pkgs.mpd-mpris;
}
