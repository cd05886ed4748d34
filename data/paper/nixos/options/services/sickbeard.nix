{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configFile" = "${config.services.sickbeard.dataDir}/config.ini";
  "package" = pkgs.sickbeard;
}
