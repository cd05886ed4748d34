{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprpanel;
}
