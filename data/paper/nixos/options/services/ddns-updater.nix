{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ddns-updater;
}
