{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = !config.boot.isContainer;
  "fallbackServers" = config.networking.timeServers;
}
