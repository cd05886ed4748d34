{
  config,
  lib,
  options,
  pkgs,
}:
{
  "servers" = config.networking.timeServers;
}
