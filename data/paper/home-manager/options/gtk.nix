{
  config,
  lib,
  options,
  pkgs,
}:
{
  "gtk2.configLocation" = "${config.home.homeDirectory}/.gtkrc-2.0";
}
