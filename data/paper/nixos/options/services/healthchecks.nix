{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.healthchecks;
  "settings.DB_NAME" = if config.services.healthchecks.settings.DB == "sqlite"
then "${config.services.healthchecks.dataDir}/healthchecks.sqlite"
else "hc";
}
