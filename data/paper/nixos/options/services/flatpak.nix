{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flatpak;
}
