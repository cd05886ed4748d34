{
  config,
  lib,
  options,
  pkgs,
}:
{
  "databaseDir" = config.services.syncthing.configDir;
  "package" = pkgs.syncthing;
}
