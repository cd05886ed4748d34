{
  config,
  lib,
  options,
  pkgs,
}:
{
  "databaseDir" = config.services.syncthing.configDir;
  "package" = pkgs.syncthing;
  "settings.devices.<name>.name" = name: "${name}";
  "settings.folders.<name>.id" = name: "${name}";
  "settings.folders.<name>.label" = name: "${name}";
  "settings.folders.<name>.path" = name: "${name}";
}
