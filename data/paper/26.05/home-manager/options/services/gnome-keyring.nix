{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gnome-keyring;
}
