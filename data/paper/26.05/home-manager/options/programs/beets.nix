{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = if lib.versionAtLeast config.home.stateVersion "19.03" then false else config.programs.beets.settings != { };
  "mpdIntegration.port" = config.services.mpd.network.port;
  "package" = pkgs.beets;
}
