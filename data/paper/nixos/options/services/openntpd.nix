{
  config,
  lib,
  options,
  pkgs,
}:
{
  "servers" = config.services.ntp.servers;
}
