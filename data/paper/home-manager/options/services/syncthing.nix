{
  config,
  lib,
  options,
  pkgs,
}:
{
  "tray.package" = pkgs.syncthingtray-minimal;
}
