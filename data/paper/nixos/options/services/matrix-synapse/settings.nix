{
  config,
  lib,
  options,
  pkgs,
}:
{
  "server_name" = config.networking.hostName;
}
