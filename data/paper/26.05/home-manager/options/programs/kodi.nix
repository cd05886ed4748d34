{
  config,
  lib,
  options,
  pkgs,
}:
{
  "datadir" = "${config.home.homeDirectory}/.kodi";
  "package" = pkgs.kodi;
}
