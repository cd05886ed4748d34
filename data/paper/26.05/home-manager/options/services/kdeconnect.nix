{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kdePackages.kdeconnect-kde;
}
