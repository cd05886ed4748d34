{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.polkit_gnome;
}
