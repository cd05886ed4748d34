{
  config,
  lib,
  options,
  pkgs,
}:
{
  "realm" = config.networking.hostName;
}
