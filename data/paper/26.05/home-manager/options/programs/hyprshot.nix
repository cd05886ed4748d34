{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprshot;
}
