{
  config,
  lib,
  options,
  pkgs,
}:
{
  "hostName" = config.networking.hostName;
  "package" = pkgs.avahi;
}
