{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.espanso;
  "package-wayland" = pkgs.espanso-wayland;
}
