{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.activitywatch;
  "watchers.<name>.executable" = name: "${name}";
  "watchers.<name>.name" = name: "${name}";
  "watchers.<name>.package" = name: pkgs.activitywatch;
  "watchers.<name>.settingsFilename" = name: "${name}.toml";
}
