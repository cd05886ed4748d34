{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.gnome-terminal;
}
