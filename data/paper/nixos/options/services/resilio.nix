{
  config,
  lib,
  options,
  pkgs,
}:
{
  "deviceName" = config.networking.hostName;
  "package" = pkgs.resilio-sync;
}
