{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.teamviewer;
}
