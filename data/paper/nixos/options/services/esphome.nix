{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.esphome;
}
