{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rofi;
  "pass.package" = pkgs.rofi-pass;
}
