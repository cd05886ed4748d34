{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configDir" = if config.xdg.enable && lib.versionAtLeast config.home.stateVersion "26.05" then
  "$XDG_CONFIG_HOME/docker"
else
  ".docker";
}
