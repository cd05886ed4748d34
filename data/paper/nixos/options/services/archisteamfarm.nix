{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ArchiSteamFarm;
  "web-ui.package" = pkgs.ArchiSteamFarm.ui;
}
