{
  config,
  lib,
  options,
  pkgs,
}:
{
  "pass.package" = pkgs.rofi-pass;
}
