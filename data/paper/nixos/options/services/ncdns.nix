{
  config,
  lib,
  options,
  pkgs,
}:
{
  "identity.hostname" = config.networking.hostName;
}
