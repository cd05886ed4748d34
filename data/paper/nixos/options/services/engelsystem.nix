{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.engelsystem;
}
