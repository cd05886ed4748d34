{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = let inherit (lib) versionOlder; in
versionOlder config.system.stateVersion "19.09" && config.services.xserver.enable;
}
