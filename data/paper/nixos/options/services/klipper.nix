{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.klipper;
}
