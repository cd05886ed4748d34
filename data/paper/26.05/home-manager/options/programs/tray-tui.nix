{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tray-tui;
}
