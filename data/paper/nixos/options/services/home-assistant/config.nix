{
  config,
  lib,
  options,
  pkgs,
}:
{
  "homeassistant.time_zone" = config.time.timeZone or null;
}
