{
  config,
  lib,
  options,
  pkgs,
}:
{
  "settings.friendly_name" = config.networking.hostName;
}
