{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configFile" = "${config.services.headphones.dataDir}/config.ini";
}
