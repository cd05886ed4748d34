{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mpdIntegration.port" = config.services.mpd.network.port;
  "package" = pkgs.beets;
}
