{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.syncthing;
  "settings.devices.<name>.name" = name: "${name}";
  "settings.folders.<name>.id" = name: "${name}";
  "settings.folders.<name>.label" = name: "${name}";
  "settings.folders.<name>.path" = name: "${name}";
  "tray.package" = pkgs.syncthingtray-minimal;
}
