{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.listenbrainz-mpd;
}
