{
  config,
  lib,
  options,
  pkgs,
}:
{
  "homeassistant.time_zone" = config.time.timeZone or null;
  "lovelace.mode" = let cfg = config.services.home-assistant; in
if cfg.lovelaceConfig != null
  then "yaml"
else "storage";
}
