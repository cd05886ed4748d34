{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.plasma5Packages.kdeconnect-kde;
}
