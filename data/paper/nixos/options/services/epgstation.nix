{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ffmpeg" = pkgs.ffmpeg-headless;
  "package" = pkgs.epgstation;
  "settings.clientSocketioPort" = config.services.epgstation.settings.socketioPort;
  "settings.mirakurunPath" = "http+unix://${lib.replaceStrings ["/"] ["%2F"] config.services.mirakurun.unixSocket}";
  "settings.socketioPort" = config.services.epgstation.settings.port + 1;
}
