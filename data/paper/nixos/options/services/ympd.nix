{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mpd.port" = config.services.mpd.network.port;
}
