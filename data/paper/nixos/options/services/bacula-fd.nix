{
  config,
  lib,
  options,
  pkgs,
}:
{
  "name" = "${config.networking.hostName}-fd";
}
