{
  config,
  lib,
  options,
  pkgs,
}:
{
  "daemon.settings.live-restore" = lib.versionOlder config.system.stateVersion "24.11";
  "package" = pkgs.docker;
  "rootless.package" = pkgs.docker;
}
