{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.chrony;
  "servers" = config.networking.timeServers;
}
