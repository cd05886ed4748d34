{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.syncplay-nogui;
}
