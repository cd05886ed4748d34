{
  config,
  lib,
  options,
  pkgs,
}:
{
  "host" = if config.services.mpd.network.listenAddress != "any"
then config.services.mpd.network.listenAddress
else "localhost";
  "package" = pkgs.mpdscribble;
  "port" = config.services.mpd.network.port;
}
